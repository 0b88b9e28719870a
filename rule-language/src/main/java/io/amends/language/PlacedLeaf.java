package io.amends.language;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A leaf of a rule's condition, and where it stands. */
public record PlacedLeaf(Pointer place, Clause.Leaf leaf) {

    /** Every leaf of a clause that stands there, in their order. */
    public static Stream<PlacedLeaf> in(Clause clause, Pointer place) {
        return clause.match(new LeafWalk(place));
    }

    private record LeafWalk(Pointer place) implements Clause.Cases<Stream<PlacedLeaf>> {
        @Override
        public Stream<PlacedLeaf> all(Clause.All all) {
            return each(all.of(), place.at(ClauseKind.ALL.json()));
        }

        @Override
        public Stream<PlacedLeaf> any(Clause.Any any) {
            return each(any.of(), place.at(ClauseKind.ANY.json()));
        }

        @Override
        public Stream<PlacedLeaf> not(Clause.Not not) {
            return in(not.of(), place.at(ClauseKind.NOT.json()));
        }

        @Override
        public Stream<PlacedLeaf> leaf(Clause.Leaf leaf) {
            return Stream.of(new PlacedLeaf(place, leaf));
        }

        private static Stream<PlacedLeaf> each(List<Clause> clauses, Pointer place) {
            return IntStream.range(0, clauses.size()).boxed().flatMap(i -> in(clauses.get(i), place.at(i)));
        }
    }
}
