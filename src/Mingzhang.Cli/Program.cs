using Mingzhang.Cli;

return Entry.Run(args, serve: null);
