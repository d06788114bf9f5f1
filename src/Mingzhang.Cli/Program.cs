using System.Text;
using Mingzhang.Cli;

// Chinese must reach a pipe or a file whole, whatever code page the console has.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var session = new Session(Language.Of(args), Home.Find(), Console.Out, Console.Error, !Console.IsErrorRedirected);
try
{
    return CommandLine.Run(args, session);
}
catch (Exception defect)
{
    // The one place that catches everything: what the input is guilty of never gets here.
    return Defects.Report(defect, session);
}
