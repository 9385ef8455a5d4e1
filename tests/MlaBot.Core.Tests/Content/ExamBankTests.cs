using MlaBot.Core.Content;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Content;

/// <summary>Two exams over one bank.</summary>
public sealed class ExamBankTests
{
    [Fact]
    public void An_item_stands_where_the_blueprint_of_each_exam_has_it()
    {
        var item = TwoExams.Shared();
        var content = TwoExams.Content(item);

        content.Pool(New.ExamId, new("1")).ShouldBe([item]);
        content.Pool(New.ExamId, new("2")).ShouldBeEmpty();
        content.Pool(TwoExams.Second, new("1")).ShouldBeEmpty();
        content.Pool(TwoExams.Second, new("2")).ShouldBe([item]);
        content.Bank(TwoExams.Second)!.PointOf(item).Value.ShouldBe("2.1.k1");
    }

    [Fact]
    public void An_exam_asks_only_items_of_its_question_types()
    {
        Item[] all = [TwoExams.Shared(), New.ChoiceItem("AC", 5, "q-2.1-0002", point: "2.1.k1"), New.CaseItem(), New.OrderingItem(), New.MatchingItem()];
        var content = TwoExams.Content([.. all.Select(item => item with { Exams = [New.ExamId, TwoExams.Second] })]);

        content.Bank(New.ExamId)!.Items.Count.ShouldBe(5);
        content.Bank(TwoExams.Second)!.Items.Select(item => item.Type).ShouldBe([ItemType.MultipleChoice, ItemType.MultipleResponse]);
    }

    [Fact]
    public void Types_of_an_earlier_guide_are_asked_as_practice()
    {
        var exam = New.Exam() with { PracticeTypes = [] };

        exam.Asks(ItemType.CaseStudy).ShouldBeFalse();
        (exam with { PracticeTypes = ["case-study"] }).Asks(ItemType.CaseStudy).ShouldBeTrue();
    }

    [Fact]
    public void A_place_is_that_of_the_wanted_exam_or_of_the_first_that_the_item_serves()
    {
        var content = TwoExams.Content(TwoExams.Shared());

        ItemPlace.Of(content, TwoExams.Shared(), New.ExamId).ShouldBe(new ItemPlace(new("1"), "Old data", "Old data, task 1"));
        ItemPlace.Of(content, TwoExams.Shared(), TwoExams.Second).ShouldBe(new ItemPlace(new("2"), "New models", "New models, task 1"));
        ItemPlace.Of(content, New.ChoiceItem(), TwoExams.Second).DomainTitle.ShouldBe("Old data");
        ItemPlace.Of(content, New.ChoiceItem() with { Exams = [new("MLS-C01")] }, null).ShouldBe(new ItemPlace(new("1"), "1", null));
    }

    [Fact]
    public void The_second_exam_of_the_shipped_content_has_its_domains_full_of_its_own_types()
    {
        var bank = RealContent.Current.Bank(TwoExams.Second).ShouldNotBeNull();

        bank.Exam.Domains.ShouldAllBe(domain => bank.Of(domain.Id).Count > 50);
        bank.Items.ShouldAllBe(item => item.Type == ItemType.MultipleChoice || item.Type == ItemType.MultipleResponse);
        bank.Items.ShouldAllBe(item => bank.Knows(bank.PointOf(item)));
    }
}
