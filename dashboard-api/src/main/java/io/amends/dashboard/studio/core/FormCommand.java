package io.amends.dashboard.studio.core;

import io.amends.language.ClauseKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button of the builder asks for: {@code add:when.1} and the like.
 *
 * @param path the condition it is about
 */
public record FormCommand(Action action, String path) {
    private static final Pattern FORMAT = Pattern.compile("([a-z]+)(?::(when(?:\\.\\d{1,4})*))?");

    /** The buttons. */
    public enum Action {
        /** Show the form again, shaped by what was chosen. */
        SHOW,
        SAVE,
        /** A condition more in a combination. */
        ADD,
        /** A combination more in a combination. */
        GROUP,
        REMOVE,
        UP,
        DOWN,
        /** The nearest known value in place of one that no response has carried lately. */
        USE
    }

    /** The command of a button's value; SAVE without one, as when Enter is pressed. */
    public static FormCommand of(@Nullable String written) {
        Matcher matcher = FORMAT.matcher(written == null ? "" : written);
        if (!matcher.matches()) {
            return new FormCommand(Action.SAVE, "when");
        }
        String path = matcher.group(2) == null ? "when" : matcher.group(2);
        return Arrays.stream(Action.values())
                .filter(a -> a.name().equalsIgnoreCase(matcher.group(1)))
                .findFirst()
                .map(a -> new FormCommand(a, path))
                .orElse(new FormCommand(Action.SAVE, "when"));
    }

    /** The conditions after this command. */
    public ClauseForm appliedTo(ClauseForm when, String measure) {
        return switch (action) {
            case SHOW, SAVE, USE -> when;
            case ADD -> when.with(path, g -> more(g, ClauseForm.fresh(ClauseKind.MEASURE, measure)));
            case GROUP -> when.with(path, g -> more(g, ClauseForm.fresh(opposite(g.kind()), measure)));
            case REMOVE -> when.without(path);
            case UP -> moved(when, -1);
            case DOWN -> moved(when, 1);
        };
    }

    /**
     * The path of the condition that the command leaves the person at: the new or moved one, or what is left around the place
     * where one was.
     */
    public String landsAt(ClauseForm before, ClauseForm after) {
        ClauseForm here = before.at(path);
        String wanted =
                switch (action) {
                    case ADD, GROUP ->
                        path + "." + (here == null ? 0 : here.of().size());
                    case UP -> neighbour(path, -1);
                    case DOWN -> neighbour(path, 1);
                    default -> path;
                };
        while (after.at(wanted) == null) {
            String next = neighbour(wanted, -1);
            wanted = next.equals(wanted) ? ClauseForm.parent(wanted) : next;
        }
        return wanted;
    }

    private static String neighbour(String path, int by) {
        int dot = path.lastIndexOf('.');
        int place = dot < 0 ? 0 : Integer.parseInt(path.substring(dot + 1)) + by;
        return dot < 0 || place < 0 ? path : path.substring(0, dot + 1) + place;
    }

    /** A combination within a combination is most often the other one. */
    private static ClauseKind opposite(ClauseKind kind) {
        return kind == ClauseKind.ANY ? ClauseKind.ALL : ClauseKind.ANY;
    }

    private static ClauseForm more(ClauseForm group, ClauseForm another) {
        if (group.kind() != ClauseKind.ALL && group.kind() != ClauseKind.ANY) {
            return group;
        }
        List<ClauseForm> inside = new ArrayList<>(group.of());
        inside.add(another);
        return group.holding(inside);
    }

    private ClauseForm moved(ClauseForm when, int by) {
        if (!path.contains(".")) {
            return when;
        }
        int from = Integer.parseInt(path.substring(path.lastIndexOf('.') + 1));
        return when.with(ClauseForm.parent(path), group -> {
            int to = from + by;
            if (to < 0 || to >= group.of().size() || from >= group.of().size()) {
                return group;
            }
            List<ClauseForm> inside = new ArrayList<>(group.of());
            Collections.swap(inside, from, to);
            return group.holding(inside);
        });
    }
}
