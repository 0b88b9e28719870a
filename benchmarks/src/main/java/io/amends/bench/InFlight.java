package io.amends.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts work as long as fewer than so many are under way; remembers the first failure. */
final class InFlight {
    private final int most;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    InFlight(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    void start(Supplier<CompletableFuture<Void>> work) throws InterruptedException {
        free.acquire();
        var unused = work.get().whenComplete((done, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
            free.release();
        });
    }

    /**
     * Waits for all.
     *
     * @throws IllegalStateException if one failed
     */
    void await() throws InterruptedException {
        free.acquire(most);
        free.release(most);
        Throwable error = failure.get();
        if (error != null) {
            throw new IllegalStateException(error);
        }
    }
}
