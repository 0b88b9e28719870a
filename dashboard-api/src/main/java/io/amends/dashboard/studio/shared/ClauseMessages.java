package io.amends.dashboard.studio.shared;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that say a condition of a rule; English is the first language (C11). */
@MessageBundle(value = "clause", locale = "en")
public interface ClauseMessages {
    @Message("all of these are true")
    String kindAll();

    @Message("at least one of these is true")
    String kindAny();

    @Message("not")
    String kindNot();

    @Message("score or answer")
    String kindMeasure();

    @Message("who or where")
    String kindField();

    @Message("custom property")
    String kindProperty();

    @Message("tag")
    String kindTag();

    @Message("factor")
    String kindFactor();

    @Message("comment")
    String kindComment();

    @Message("time of the answer")
    String kindSubmitted();

    @Message("overall at or below the threshold")
    String kindOverall();

    @Message("channel")
    String fieldChannel();

    @Message("brand")
    String fieldBrand();

    @Message("segment")
    String fieldSegment();

    @Message("support group")
    String fieldSupportGroup();

    @Message("agent")
    String fieldAgent();

    @Message("language")
    String fieldLanguage();

    @Message("contact choice")
    String fieldContactChoice();

    @Message("is")
    String opEq();

    @Message("is not")
    String opNe();

    @Message("is below")
    String opLt();

    @Message("is at most")
    String opLte();

    @Message("is above")
    String opGt();

    @Message("is at least")
    String opGte();

    @Message("is from … to")
    String opBetween();

    @Message("is one of")
    String opIn();

    @Message("is none of")
    String opNotIn();

    @Message("begins with")
    String opPrefix();

    @Message("is given")
    String opPresent();

    @Message("is not given")
    String opMissing();

    @Message("contains")
    String opContains();

    @Message("was written")
    String opCommentPresent();

    @Message("was left empty")
    String opCommentAbsent();

    @Message("CSAT")
    String measureCsat();

    @Message("NPS")
    String measureNps();

    @Message("CES")
    String measureCes();

    @Message("first contact resolution")
    String measureFcr();

    @Message("Yes")
    String choiceIsYes();

    @Message("No")
    String choiceIsNo();

    @Message("Left blank")
    String choiceIsBlank();

    @Message("Not asked")
    String choiceIsNotAsked();

    @Message("{what} from {low} to {high}")
    String saidBetween(String what, String low, String high);

    @Message("{what} {comparison} {value}")
    String saidCompared(String what, String comparison, String value);

    @Message("{what} {comparison}")
    String saidGiven(String what, String comparison);

    @Message("tag {tag}")
    String saidTag(String tag);

    @Message("factor “{factor}”")
    String saidFactor(String factor);

    @Message("the comment contains “{text}”")
    String saidContains(String text);

    @Message("a comment was written")
    String saidComment();

    @Message("no comment was written")
    String saidNoComment();

    @Message("answered on {days}")
    String saidDays(String days);

    @Message("answered between {from} and {to}, {zone}")
    String saidHours(String from, String to, String zone);

    @Message("answered on {days} between {from} and {to}, {zone}")
    String saidDaysAndHours(String days, String from, String to, String zone);

    @Message("overall at or below the threshold")
    String saidOverall();

    @Message("not ({what})")
    String saidNot(String what);

    @Message("nothing yet")
    String saidNothing();

    @Message("and")
    String and();

    @Message("or")
    String or();

    @Message("yes")
    String yes();

    @Message("no")
    String no();
}
