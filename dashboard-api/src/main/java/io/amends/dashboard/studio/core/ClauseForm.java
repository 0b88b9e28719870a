package io.amends.dashboard.studio.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.language.Clause;
import io.amends.language.ClauseKind;
import io.amends.language.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One condition as the builder shows it: what is chosen and written, right or wrong. Conditions are addressed by the
 * places that lead to them: {@code when}, {@code when.0}, {@code when.0.2}.
 *
 * @param subject the measure, field or property that is compared
 * @param operator how it is compared, or what is asked of the comment
 * @param value as written; for several values, those that are not chosen
 * @param to the end of a range
 * @param chosen days of the week, or values picked from a list
 * @param of the conditions inside; exactly one for NOT
 */
public record ClauseForm(
        ClauseKind kind,
        String subject,
        FormOperator operator,
        String value,
        String to,
        List<String> chosen,
        List<ClauseForm> of) {

    public ClauseForm {
        chosen = List.copyOf(chosen);
        of = List.copyOf(of);
    }

    /** A clause as it is shown. */
    public static ClauseForm of(Clause clause) {
        return clause.match(ClauseForms.OF);
    }

    /** The clause is written as JSON, right or wrong. */
    ObjectNode json() {
        return ClauseFormJson.of(this);
    }

    /** A combination of others. */
    public static ClauseForm group(ClauseKind kind, List<ClauseForm> of) {
        return new ClauseForm(kind, "", FormOperator.NONE, "", "", List.of(), of);
    }

    /** A condition with the usual comparison of its kind. */
    public static ClauseForm fresh(ClauseKind kind, String measure) {
        return switch (kind) {
            case ALL, ANY, NOT -> group(kind, List.of(fresh(ClauseKind.OVERALL, measure)));
            case MEASURE -> leaf(kind, measure, FormOperator.LTE);
            case FIELD -> leaf(kind, Field.CHANNEL.json(), FormOperator.IN);
            case PROPERTY -> leaf(kind, "", FormOperator.EQ);
            case COMMENT -> leaf(kind, "", FormOperator.CONTAINS);
            case TAG, FACTOR, SUBMITTED, OVERALL -> leaf(kind, "", FormOperator.NONE);
        };
    }

    private static ClauseForm leaf(ClauseKind kind, String subject, FormOperator operator) {
        return new ClauseForm(kind, subject, operator, "", "", List.of(), List.of());
    }

    /** The same with another comparison. */
    public ClauseForm comparing(FormOperator how, String with) {
        return new ClauseForm(kind, subject, how, with, "", List.of(), of);
    }

    /** The same with other conditions inside. */
    public ClauseForm holding(List<ClauseForm> others) {
        return new ClauseForm(kind, subject, operator, value, to, chosen, others);
    }

    /**
     * The same with another kind: a combination keeps what is in it, where a NOT has more than one thing inside they
     * must all hold.
     */
    public ClauseForm as(ClauseKind other, String measure) {
        if (other == kind) {
            return this;
        }
        if (!kind.group()) {
            return other.group() ? group(other, List.of(this)) : fresh(other, measure);
        }
        if (!other.group()) {
            return fresh(other, measure);
        }
        return group(other, other == ClauseKind.NOT && of.size() != 1 ? List.of(group(ClauseKind.ALL, of)) : of);
    }

    /** The condition at a path, or null where there is none. */
    public @Nullable ClauseForm at(String path) {
        ClauseForm here = this;
        for (int i : places(path)) {
            if (i >= here.of.size()) {
                return null;
            }
            here = here.of.get(i);
        }
        return here;
    }

    /** The same with the condition at a path changed; unchanged where there is none. */
    public ClauseForm with(String path, UnaryOperator<ClauseForm> change) {
        return with(places(path), 0, change);
    }

    private ClauseForm with(List<Integer> places, int depth, UnaryOperator<ClauseForm> change) {
        if (depth == places.size()) {
            return change.apply(this);
        }
        int i = places.get(depth);
        if (i >= of.size()) {
            return this;
        }
        List<ClauseForm> inside = new ArrayList<>(of);
        inside.set(i, inside.get(i).with(places, depth + 1, change));
        return holding(inside);
    }

    /** The same without the condition at a path; a NOT goes with what it denies. The outermost stays. */
    public ClauseForm without(String path) {
        List<Integer> places = places(path);
        if (places.isEmpty()) {
            return this;
        }
        String parent = parent(path);
        ClauseForm holder = at(parent);
        if (holder != null && holder.kind == ClauseKind.NOT) {
            return places.size() == 1 ? group(ClauseKind.ALL, List.of()) : without(parent);
        }
        int last = places.get(places.size() - 1);
        return with(parent, group -> {
            List<ClauseForm> inside = new ArrayList<>(group.of);
            if (last < inside.size()) {
                inside.remove(last);
            }
            return group.holding(inside);
        });
    }

    /** The path of the combination that holds the condition at a path. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static List<Integer> places(String path) {
        List<Integer> places = new ArrayList<>();
        String[] steps = path.split("\\.");
        for (int i = 1; i < steps.length; i++) {
            places.add(Integer.parseInt(steps[i]));
        }
        return places;
    }
}
