package io.amends.alerting.sms;

import io.amends.alerting.report.Clean;
import io.amends.alerting.report.ImmediateMessages;
import io.amends.alerting.report.ImmediateWords;
import io.amends.alerting.report.ToldCase;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFiled;
import java.util.List;
import java.util.function.IntFunction;

/** Writes the text messages of what is told at once, in at most two parts: names that are too long are cut (C7). Pure. */
public final class ImmediateTextWriter {
    /** How long names may be: the longest of these with which a text has room. */
    private static final List<Integer> NAMES = List.of(40, 24, 12, 6);

    private final ImmediateMessages messages;
    private final String portal;

    /** @param portal its name */
    public ImmediateTextWriter(ImmediateMessages messages, String portal) {
        this.messages = messages;
        this.portal = Clean.name(portal);
    }

    /** Tells of one case or more, of which the first is the most urgent; solved ones are not counted. */
    public String text(List<ToldCase> told, ImmediateWords words) {
        ToldCase first = told.get(0);
        String what = words.what(first);
        long open = told.stream().filter(one -> !one.solved()).count();
        if (open > 1) {
            String shown = words.number(open);
            return fitting(longest -> messages.textOfSeveral(cut(portal, longest), open, shown, what));
        }
        return fitting(longest -> messages.text(
                cut(portal, longest),
                cut(first.item().groupName(), longest),
                what,
                cut(first.item().decision().ticketId(), longest)));
    }

    /** Tells of an urgent request (A9). */
    public String text(RequestFiled request, String group) {
        return fitting(longest -> {
            String author = cut(request.author(), longest);
            String named = cut(group, longest);
            String ticket = cut(request.ticketId(), longest);
            return request.format() == RequestFormat.CALL
                    ? messages.textToCall(cut(portal, longest), author, named, ticket)
                    : messages.textToWrite(cut(portal, longest), author, named, ticket);
        });
    }

    private static String fitting(IntFunction<String> text) {
        String written = "";
        for (int longest : NAMES) {
            written = text.apply(longest);
            if (SmsParts.of(written) <= SmsWriter.MOST_PARTS) {
                break;
            }
        }
        return written;
    }

    private static String cut(String name, int longest) {
        return SmsWriter.cut(Clean.name(name), longest);
    }
}
