package io.amends.local.mail;

import io.amends.local.process.Folder;
import io.amends.local.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The mails that came in, one file each, so that a restart keeps them; the newest {@code limit} are kept. A mail's id
 * begins with when it came, so ids sort by time.
 */
public final class MailStore {
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final int limit;
    private final Clock clock;
    private final NavigableSet<String> ids = new TreeSet<>();
    private final Map<String, Mailpit.MailSummary> summaries = new ConcurrentHashMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private long last;

    public MailStore(Path folder, int limit, Clock clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
        try {
            OwnerOnly.folder(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX))
                        .forEach(name -> ids.add(name.substring(0, name.length() - SUFFIX.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!ids.isEmpty()) {
            last = micros(ids.last());
        }
    }

    /** Stores a mail; it is on disk under its final name when this returns. */
    synchronized String add(byte[] raw) {
        Instant now = clock.instant();
        // A microsecond later than the one before, so that ids differ and sort as the mails came.
        last = Math.max(last + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        String id = "%016x".formatted(last);
        try {
            Path unfinished = Files.createTempFile(folder, "incoming", ".tmp");
            Files.write(unfinished, raw);
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ids.add(id);
        while (ids.size() > limit) {
            delete(ids.first());
        }
        return id;
    }

    synchronized List<String> newestFirst() {
        return new ArrayList<>(ids.descendingSet());
    }

    Mailpit.MailPage page(int start, int count) {
        List<String> all = newestFirst();
        int from = Math.min(Math.max(start, 0), all.size());
        int to = count <= 0 ? all.size() : from + Math.min(count, all.size() - from);
        List<Mailpit.MailSummary> page = all.subList(from, to).stream()
                .flatMap(id -> summary(id).stream())
                .toList();
        return new Mailpit.MailPage(
                all.size(), all.size() - read.size(), page.size(), all.size(), from, List.of(), page);
    }

    private Optional<Mailpit.MailSummary> summary(String id) {
        Mailpit.MailSummary known = summaries.get(id);
        if (known == null) {
            Optional<Mailpit.StoredMail> message = message(id);
            if (message.isEmpty()) {
                return Optional.empty();
            }
            known = MailReader.summary(message.get(), created(id));
            summaries.put(id, known);
        }
        return Optional.of(read.contains(id) ? known.asRead() : known);
    }

    Optional<Mailpit.StoredMail> message(String id) {
        return raw(id).map(raw -> MailReader.message(id, created(id), raw));
    }

    Optional<byte[]> raw(String id) {
        synchronized (this) {
            if (!ids.contains(id)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void markRead(String id) {
        read.add(id);
    }

    synchronized void delete(String id) {
        if (ids.remove(id)) {
            summaries.remove(id);
            read.remove(id);
            Folder.delete(file(id));
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static Instant created(String id) {
        long micros = micros(id);
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static long micros(String id) {
        return Long.parseLong(id, 16);
    }
}
