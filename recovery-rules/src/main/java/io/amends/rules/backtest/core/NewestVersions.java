package io.amends.rules.backtest.core;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of every response seen so far: an open hash table over plain arrays, 20 to 40 bytes a response, since
 * a million of them have to fit beside a service at work. A response is known by a 64-bit hash of its id; that two of ten
 * million share one has a chance of about one in 400,000.
 */
final class NewestVersions {
    private long[] keys;
    private int[] versions;
    private @Nullable Entry[] entries;
    private int size;

    NewestVersions() {
        this(1 << 10);
    }

    private NewestVersions(int capacity) {
        keys = new long[capacity];
        versions = new int[capacity];
        entries = new Entry[capacity];
    }

    /** A response's share, and where its decision is found again; what is no case needs no place, and is shared. */
    record Entry(Share share, long submittedMillis, int partition, long offset) {
        /** Stands for: there is a version as new, or newer. */
        static final Entry OUTDATED = new Entry(Share.NOTHING, -1, -1, -1);
    }

    /**
     * Keeps a version if it is newer than what is known.
     *
     * @return what it takes the place of; null where the response was not known, OUTDATED where nothing is kept
     */
    @Nullable
    Entry keep(long key, long version, Entry entry) {
        int capped = (int) Math.min(version, Integer.MAX_VALUE);
        int slot = slot(key);
        Entry known = entries[slot];
        if (known != null && capped <= versions[slot]) {
            return Entry.OUTDATED;
        }
        keys[slot] = key;
        versions[slot] = capped;
        entries[slot] = entry;
        if (known == null && ++size > keys.length / 4 * 3) {
            grow();
        }
        return known;
    }

    void forEach(Consumer<Entry> each) {
        for (Entry entry : entries) {
            if (entry != null) {
                each.accept(entry);
            }
        }
    }

    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (entries[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        NewestVersions larger = new NewestVersions(keys.length * 2);
        for (int i = 0; i < keys.length; i++) {
            if (entries[i] != null) {
                int slot = larger.slot(keys[i]);
                larger.keys[slot] = keys[i];
                larger.versions[slot] = versions[i];
                larger.entries[slot] = entries[i];
            }
        }
        keys = larger.keys;
        versions = larger.versions;
        entries = larger.entries;
    }

    static long key(String responseId) {
        long hash = responseId.length();
        for (int i = 0; i < responseId.length(); i++) {
            hash = (hash ^ responseId.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
