using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Tests.Narrative;

/// <summary>What the grammar takes from sentences of each kind. The agency is made up.</summary>
public class ParagraphParserTests
{
    [Fact]
    public void A_number_broken_by_spaces_and_full_width_forms_is_one_number_and_is_quoted_as_printed()
    {
        var parsed = ParagraphParser.Parse("云岭县水利局２０２６年度收入合计 1, 234 . 5６ 万 元，增长 3．5％。");
        var amount = Assert.Single(parsed.Amounts);
        Assert.Equal(("收入合计", 1234.56m, 2026), (amount.Subject, amount.Amount.Value, amount.Year));
        Assert.Equal("1, 234 . 5６ 万 元", parsed.Text.Quote(amount.Amount.Span));
        Assert.Equal(3.5m, Assert.Single(parsed.Changes).Rate?.Value);
    }

    [Fact]
    public void Years_dates_ordinals_ranges_and_limits_are_no_amounts()
    {
        var parsed = ParagraphParser.Parse("1、截至2025年12月31日，按〔2016〕12号文、第3条，2023-2025年单价100万元（含）以上设备2台，1-6级人员5人。（2）其他。");
        Assert.Empty(parsed.Amounts);
    }

    [Fact]
    public void A_change_has_base_direction_amount_rate_and_what_is_left_after_it()
    {
        var parsed = ParagraphParser.Parse("2026年部门收支总预算820万元。比2025年预算减少180万元，下降18%，主要原因是压缩会议。");
        var change = Assert.Single(parsed.Changes);
        Assert.Equal((2025, Direction.Down, "减少", 180m, 18m, "下降"), (change.BaseYear, change.Direction, change.Word, change.Delta!.Value, change.Rate!.Value, change.RateWord));
        Assert.Equal("部门收支总预算", change.Now?.Subject);
        Assert.Single(parsed.Reasons);
    }

    [Fact]
    public void A_comparison_in_a_piece_of_its_own_goes_with_the_change_behind_it()
    {
        var parsed = ParagraphParser.Parse("2026年度支出合计500万元。与2025年度相比，支出合计增加20万元，增长4.17%。");
        var change = Assert.Single(parsed.Changes);
        Assert.Equal((2025, "支出合计"), (change.BaseYear, change.Now?.Subject));
    }

    [Theory]
    [InlineData("培训费支出3万元，与2025年预算减少0.4，减少11.8%。")]
    [InlineData("培训费支出3万元，较上年减少 0. 4，减少 11. 8%。")]
    public void A_change_without_unit_is_an_amount_first_and_a_rate_then(string text)
    {
        var change = Assert.Single(ParagraphParser.Parse(text).Changes);
        Assert.Equal((0.4m, QuantityUnit.None, 11.8m), (change.Delta!.Value, change.Delta.Unit, change.Rate!.Value));
    }

    [Fact]
    public void A_rate_without_percent_sign_is_still_the_rate()
    {
        var change = Assert.Single(ParagraphParser.Parse("会议费支出12万元，比上年增加2.00万元，增长20.00。").Changes);
        Assert.Equal((20m, QuantityUnit.None), (change.Rate!.Value, change.Rate.Unit));
    }

    [Fact]
    public void Amounts_within_a_reason_or_a_use_state_nothing_of_their_own()
    {
        var parsed = ParagraphParser.Parse("项目支出90万元，比上年增加30万元，增长50%，主要原因是堤防维修增加28万元。防汛物资40万元，主要用于购买编织袋10万条，每条2元。");
        Assert.Equal(["项目支出", "防汛物资"], parsed.Amounts.Where(a => !a.IsAside).Select(a => a.Subject));
        Assert.Equal([false, true], parsed.Changes.Select(c => c.IsAside));
    }

    [Fact]
    public void Parts_belong_to_the_amount_before_them_and_keep_their_shares()
    {
        var parsed = ParagraphParser.Parse("本年支出合计200万元，其中：基本支出150万元，占75%；项目支出50万元，占本年支出的25%。");
        var whole = parsed.Amounts[0];
        Assert.Equal(ListKind.Among, whole.PartsBy);
        Assert.Equal(["基本支出", "项目支出"], whole.Parts.Select(p => p.Subject));
        Assert.Equal([("基本支出", ""), ("项目支出", "本年支出")], parsed.Shares.Select(s => (s.Part!.Subject, s.Whole)));
    }

    [Fact]
    public void Lists_nest_by_brackets_and_by_semicolons()
    {
        var parsed = ParagraphParser.Parse("资产合计90万元，其中固定资产80万元，包括设备50万元、车辆30万元；无形资产10万元。“三公”经费5万元。其中：（1）公务用车购置及运行费4万元（购置费1万元，运行费3万元）；（2）公务接待费1万元。");
        Assert.Equal(["固定资产", "无形资产"], parsed.Amounts[0].Parts.Select(p => p.Subject));
        Assert.Equal(["设备", "车辆"], parsed.Amounts[1].Parts.Select(p => p.Subject));
        var total = parsed.Amounts.Single(a => a.Subject.StartsWith('“'));
        Assert.Equal(["公务用车购置及运行费", "公务接待费"], total.Parts.Select(p => p.Subject));
        Assert.Equal(["购置费", "运行费"], total.Parts[0].Parts.Select(p => p.Subject));
    }

    [Fact]
    public void Two_lists_of_one_total_are_complete_each_in_itself()
    {
        var whole = ParagraphParser.Parse("财政拨款收支总预算60万元。收入包括：本年收入50万元、上年结转10万元。支出包括：基本支出40万元，项目支出20万元。").Amounts[0];
        Assert.Equal(2, whole.Parts.Count);
        Assert.Equal(["基本支出", "项目支出"], Assert.Single(whole.MoreParts).Select(p => p.Subject));
    }

    [Fact]
    public void Names_with_enumeration_commas_and_brackets_stay_whole()
    {
        var parsed = ParagraphParser.Parse("项目支出30万元，其中：水库、山塘管护补助（县级）10万元、因公出国（境）费20万元。");
        Assert.Equal(["项目支出", "水库、山塘管护补助（县级）", "因公出国（境）费"], parsed.Amounts.Select(a => a.Subject));
    }

    [Fact]
    public void Budget_and_outturn_of_a_code_path_are_found_across_sentences()
    {
        var parsed = ParagraphParser.Parse("2、农林水支出（类）水利（款）防汛（项）。主要用于：汛期值守。年初预算为40.00万元，支出决算为38.00万元，完成年初预算的95.00%。决算数小于预算数的主要原因：雨水偏少。");
        Assert.Equal([AmountRole.InitialBudget, AmountRole.Outturn], parsed.Amounts.Select(a => a.Role));
        Assert.All(parsed.Amounts, a => Assert.Equal("农林水支出（类）水利（款）防汛（项）", a.Subject));
        var completion = Assert.Single(parsed.Completions);
        Assert.Equal((40m, 38m), (completion.Budget!.Amount.Value, completion.Outturn!.Amount.Value));
        Assert.Equal(("农林水支出", "水利", "防汛"), (parsed.Codes[0].Class, parsed.Codes[0].Group, parsed.Codes[0].Item));
        Assert.Equal(-1, Assert.Single(parsed.Comparisons).Sign);
    }

    [Fact]
    public void The_budget_before_an_item_is_not_that_of_its_neighbour()
    {
        var parsed = ParagraphParser.Parse("“三公”经费支出年初预算为5.00万元，支出决算为4.00万元，完成预算的80.00%，其中：公务接待费决算为1.00万元，完成预算的50.00%。");
        Assert.Equal(["“三公”经费支出", null], parsed.Completions.Select(c => c.Budget?.Subject));
    }

    [Fact]
    public void A_budget_within_the_degree_of_completion_is_the_budget()
    {
        var parsed = ParagraphParser.Parse("“三公”经费支出决算为10.50万元，完成预算15.00万元的70%，比上年增加0.50万元，增长5%。");
        Assert.Equal((15m, 10.5m), (parsed.Completions[0].Budget!.Amount.Value, parsed.Completions[0].Outturn!.Amount.Value));
        Assert.Equal(10.5m, Assert.Single(parsed.Changes).Now!.Amount.Value);
    }

    [Theory]
    [InlineData("2026年预算100万元，2025年预算90万元，增加10万元，增长11.1%。")]
    [InlineData("会议费100万元，比上年90万元增加10万元，增长11.1%。")]
    [InlineData("会议费支出决算为100万元，与年初预算数90万元相比，增加10万元，增长11.1%。")]
    public void A_change_starts_from_the_figure_of_this_year(string text) =>
        Assert.Equal(100m, Assert.Single(ParagraphParser.Parse(text).Changes).Now!.Amount.Value);

    [Fact]
    public void Level_words_are_comparisons()
    {
        var parsed = ParagraphParser.Parse("公务接待费决算数与上年持平。支出决算数大于年初预算数的主要原因是追加。");
        Assert.Equal([0, 1], parsed.Comparisons.Select(c => c.Sign));
    }

    [Fact]
    public void An_unresolved_choice_takes_the_first_word()
    {
        var change = Assert.Single(ParagraphParser.Parse("会议费比上年增加（减少）2万元，下降（增长）10%。").Changes);
        Assert.Equal((Direction.Up, Direction.Down), (change.Direction, change.RateDirection));
    }

    [Fact]
    public void Lists_of_names_are_read_with_their_owner()
    {
        var list = Assert.Single(ParagraphParser.Parse("公用经费20万元，主要包括：办公费、水费、维修（护）费等支出。").NameLists);
        Assert.Equal(("公用经费", true), (list.Subject, list.IsOpen));
        Assert.Equal(["办公费", "水费", "维修（护）费"], list.Names.Select(n => n.Name));
    }

    [Fact]
    public void Lists_over_paragraphs_are_joined_by_their_ordinals()
    {
        var paragraphs = new[]
        {
            "2026年一般公共预算支出100万元，具体安排情况如下：", "（一）基本支出70万元，其中：", "1.人员经费60万元。", "2.公用经费10万元。", "（二）项目支出30万元。", "按规定执行。",
        }.Select(p => new SectionParagraph("四、支出情况", ParagraphParser.Parse(p))).ToList();
        ListLinker.Link(paragraphs);
        var total = paragraphs[0].Paragraph.Amounts[0];
        Assert.Equal(["基本支出", "项目支出"], total.Parts.Select(p => p.Subject));
        Assert.Equal(["人员经费", "公用经费"], total.Parts[0].Parts.Select(p => p.Subject));
    }

    [Fact]
    public void A_sentence_that_lists_several_things_announces_parts_of_none_of_them()
    {
        var paragraphs = new[] { "因公出国费0万元，公务接待费2万元。具体情况如下：", "1、因公出国费0万元。", "2、公务接待费2万元。" }.Select(p => new SectionParagraph("三公", ParagraphParser.Parse(p))).ToList();
        ListLinker.Link(paragraphs);
        Assert.All(paragraphs.SelectMany(p => p.Paragraph.Amounts), a => Assert.Null(a.Parent));
    }

    [Fact]
    public void Claims_are_listed_in_order_with_their_words()
    {
        var claims = ClaimList.Of("本年支出合计200万元，其中：基本支出 150.5 万元，占75.25%。");
        Assert.Equal(["本年支出合计", "基本支出", "基本支出占本年支出合计"], claims.Select(c => c.Subject));
        Assert.Equal(("万元", "150.5 万元"), (claims[1].Unit, claims[1].Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("（")]
    [InlineData("）（）。；，：其中：")]
    [InlineData("其中：，占%；完成的%；增加万元（其中：")]
    [InlineData("1.2.3万元，（（5万元）占比，。：：包括包括10元")]
    public void Fragments_are_read_without_harm(string text) => Assert.NotNull(ParagraphParser.Parse(text));
}
