package io.shisei.security.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps what was used last, as much as it has room for. Not for many threads at once. */
public final class Latest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int capacity;

    public Latest(int capacity) {
        super(16, 0.75f, true);
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
    }
}
