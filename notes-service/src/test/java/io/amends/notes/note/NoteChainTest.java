package io.amends.notes.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.RequestFacts;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoteChainTest {
    private static final TicketId TICKET = new TicketId("acme", "T-1");
    private static final RequestFacts URGENT =
            new RequestFacts(RequestType.NEGATIVE_REVIEW_RECOVERY, RequestFormat.CALL, true);
    private static final Instant AT = Instant.parse("2026-11-17T10:00:00Z");

    @Property
    void d5AnUntouchedLogVerifiesErasedOrNot(@ForAll @IntRange(max = 8) int length, @ForAll int erased) {
        List<Note> log = log(length);
        for (int i = 0; i < length; i++) {
            if ((erased >> i & 1) == 1) {
                Note n = log.get(i);
                log.set(i, new Note(n.facts(), n.link(), null));
            }
        }

        NoteChain.Verification found = NoteChain.verify(TICKET, log, head(log));

        assertThat(found.valid()).isTrue();
        assertThat(found.notes()).isEqualTo(length);
        assertThat(found.erased()).isEqualTo(Integer.bitCount(erased & ((1 << length) - 1)));
    }

    @Property
    void d5AnyChangeOfAnyPartOfAnyNoteShows(
            @ForAll @IntRange(min = 1, max = 6) int length,
            @ForAll @IntRange(min = 0) int which,
            @ForAll @IntRange(max = 12) int part) {
        List<Note> log = log(length);
        String head = head(log);
        int index = which % length;
        log.set(index, tampered(log.get(index), part));

        NoteChain.Verification found = NoteChain.verify(TICKET, log, head);

        assertThat(found.valid()).isFalse();
        assertThat(found.brokenAt()).isEqualTo(log.get(index).noteId());
    }

    @Property
    void d5DroppingOrSwappingNotesShowsAlsoAtTheEnd(
            @ForAll @IntRange(min = 2, max = 6) int length, @ForAll @IntRange(min = 0) int which) {
        List<Note> dropped = log(length);
        String head = head(dropped);
        dropped.remove(which % length);
        List<Note> swapped = log(length);
        Note moved = swapped.remove(0);
        swapped.add(moved);

        assertThat(NoteChain.verify(TICKET, dropped, head).valid()).isFalse();
        assertThat(NoteChain.verify(TICKET, swapped, head).valid()).isFalse();
    }

    @Test
    @DisplayName("D5: a log belongs to its ticket, and parts do not run into each other")
    void bound() {
        List<Note> log = log(2);

        assertThat(NoteChain.verify(new TicketId("acme", "T-2"), log, head(log)).valid())
                .isFalse();
        assertThat(chained("Al", "exanders")).isNotEqualTo(chained("Alex", "anders"));
    }

    @Test
    @DisplayName("D5: a hash never changes from one release to the next, since logs are stored with it")
    void pinned() {
        assertThat(NoteChain.start(TICKET))
                .isEqualTo("8cccf89bc61eb6cb9975f1c8925501207b8ce38b38ce191cd7a39e2302d79c31");
    }

    @Test
    @DisplayName("D5: a log from before keys were stored verifies as before, and no key can be put to its notes later")
    void beforeKeys() {
        NoteContent content = new NoteContent("00", "Alex", "user:alex", "Called.");
        String digest = NoteChain.hash("00", "Alex", "user:alex", "Called.");
        String hash = NoteChain.hash(NoteChain.start(TICKET), "1", "n-1", "r-1", "true", AT.toString(), "", digest);
        NoteLink link = new NoteLink(1, digest, hash);
        Note old = new Note(new NoteFacts("n-1", "r-1", true, AT, null, null, null), link, content);
        Note claimed = new Note(new NoteFacts("n-1", "r-1", true, AT, null, "crm", null), link, content);

        assertThat(NoteChain.verify(TICKET, List.of(old), hash).valid()).isTrue();
        assertThat(NoteChain.verify(TICKET, List.of(claimed), hash).valid()).isFalse();
    }

    private static String chained(String author, String text) {
        NoteFacts facts = new NoteFacts("n", "r", false, AT, null, "k", null);
        return NoteChain.chain("s", 1, facts, new NoteContent("00", author, "", text))
                .link()
                .hash();
    }

    private static Note tampered(Note n, int part) {
        NoteContent c = n.content();
        NoteContent content =
                switch (part) {
                    case 0 -> new NoteContent("x", c.author(), c.identity(), c.text());
                    case 1 -> new NoteContent(c.salt(), "x", c.identity(), c.text());
                    case 2 -> new NoteContent(c.salt(), c.author(), "x", c.text());
                    case 3 -> new NoteContent(c.salt(), c.author(), c.identity(), "x");
                    default -> c;
                };
        NoteFacts f = n.facts();
        NoteLink l = n.link();
        return new Note(
                new NoteFacts(
                        f.noteId(),
                        part == 4 ? "x" : f.responseId(),
                        part == 5 ? !f.spoke() : f.spoke(),
                        part == 6 ? f.at().plusNanos(1000) : f.at(),
                        part == 7 ? "x" : f.correctionOf(),
                        part == 10 ? "x" : part == 11 ? null : f.key(),
                        part == 12 ? URGENT : f.request()),
                new NoteLink(l.position(), part == 8 ? "x" : l.digest(), part == 9 ? "x" : l.hash()),
                content);
    }

    private static List<Note> log(int length) {
        List<Note> log = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            NoteContent content = new NoteContent("salt" + i, "Alex", "alex", "Called, attempt " + i);
            NoteFacts facts = new NoteFacts("n-" + i, "r-1", i % 2 == 0, AT.plusSeconds(i), null, "dashboard", null);
            log.add(NoteChain.chain(head(log) == null ? NoteChain.start(TICKET) : head(log), i, facts, content));
        }
        return log;
    }

    private static String head(List<Note> log) {
        return log.isEmpty() ? null : log.get(log.size() - 1).link().hash();
    }
}
