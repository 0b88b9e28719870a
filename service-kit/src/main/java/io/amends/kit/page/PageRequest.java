package io.amends.kit.page;

import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size 1 to 500
 */
public record PageRequest(int page, int size) {
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 500;

    /**
     * Takes the query parameters, with page 0 and size 50 where absent.
     *
     * @throws Problem 400 where one is out of range
     */
    public static PageRequest of(@Nullable Integer page, @Nullable Integer size) {
        PageRequest request = new PageRequest(page == null ? 0 : page, size == null ? USUAL_SIZE : size);
        List<Reason> errors = new ArrayList<>();
        if (request.page < 0) {
            errors.add(new Reason("?page", "pages are counted from 0"));
        }
        if (request.size < 1 || request.size > LARGEST_SIZE) {
            errors.add(new Reason("?size", "a page has 1 to " + LARGEST_SIZE + " items"));
        }
        if (!errors.isEmpty()) {
            throw Problem.badRequest("The list has no such page.", errors);
        }
        return request;
    }

    /** Items before this page. */
    public long offset() {
        return (long) page * size;
    }
}
