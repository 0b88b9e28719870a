package io.amends.kit.problem;

import org.jspecify.annotations.Nullable;

/** Shows people a page where machines get problem details. A service without pages has none. */
public interface ProblemPage {

    /** The page as HTML; null where the path is asked by machines. */
    @Nullable
    String html(String path, Problem.Details problem);
}
