package io.amends.rules.matching;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that say what would have to be otherwise for a rule to match (B6); English is the first language (C11). */
@MessageBundle(value = "remedy", locale = "en")
public interface RemedyMessages {
    @Message("the tag {tag} would have to be there")
    String tagThere(String tag);

    @Message("the tag {tag} would have to be absent")
    String tagGone(String tag);

    @Message("the factor “{factor}” would have to be chosen")
    String factorThere(String factor);

    @Message("the factor “{factor}” would have to be left out")
    String factorGone(String factor);

    @Message("there would have to be a comment")
    String commentThere();

    @Message("there would have to be no comment")
    String commentGone();

    @Message("the comment would have to say something else")
    String commentOther();

    @Message("the comment would have to contain “{text}”")
    String commentContains(String text);

    @Message("it would have to be submitted on {needed} instead of {now}")
    String submitted(String needed, String now);

    @Message("{day} {time}")
    String moment(String day, String time);

    @Message("{name} would have to be {needed} instead of {now}")
    String valueInstead(String name, String needed, String now);

    @Message("{name} would have to be {needed}; it was not given")
    String valueMissing(String name, String needed);

    @Message("{name} would have to be anything but {now}")
    String valueOther(String name, String now);

    @Message("{name} would have to begin with {prefix}")
    String valuePrefix(String name, String prefix);

    @Message("{name} would have to be left out instead of {now}")
    String valueGone(String name, String now);

    @Message("nothing")
    String nothing();
}
