package io.shisei.account;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An organizational unit, as the path of names from the organization's root ({@code /}) to it: {@code /Workloads/Prod}.
 * A slash within a name is written {@code \/}.
 */
public record Ou(String path) implements Comparable<Ou> {

    public static final Ou ROOT = new Ou("/");

    /** @throws Refusal.Invalid when it is not such a path */
    public Ou {
        Limits.atMost("ou", path, Limits.OU);
        if (!path.startsWith("/") || path.length() > 1 && path.endsWith("/") && !path.endsWith("\\/")) {
            throw new Refusal.Invalid(AccountCode.NOT_AN_OU, "ou", path);
        }
    }

    /**
     * The units that somebody chose, each once; null means none is named.
     *
     * @throws Refusal.Invalid when the list is empty, or something in it is not such a path
     */
    public static @Nullable List<Ou> chosen(String field, @Nullable List<String> paths) {
        if (paths == null) {
            return null;
        }
        if (paths.isEmpty()) {
            throw new Refusal.Invalid(AccountCode.NO_OU, field);
        }
        var ous = new ArrayList<Ou>();
        for (var i = 0; i < paths.size(); i++) {
            ous.add(of(field + "/" + i, String.valueOf(paths.get(i)))); // JSON may have a null
        }
        return ous.stream().distinct().toList();
    }

    private static Ou of(String field, String path) {
        try {
            return new Ou(path);
        } catch (Refusal.Invalid refused) {
            throw refused.at(field);
        }
    }

    /** For people to choose from. */
    public static String listed(Collection<Ou> ous) {
        return ous.isEmpty() ? "-" : ous.stream().map(Ou::path).collect(Collectors.joining(", "));
    }

    /** The unit called {@code name} in this one. */
    public Ou child(String name) {
        return new Ou(prefix() + name.replace("/", "\\/"));
    }

    /** Whether {@code other} is this unit, or lies in it at any depth. */
    public boolean contains(Ou other) {
        return other.equals(this) || other.path.startsWith(prefix());
    }

    /** This unit and those around it, the root last. */
    Stream<Ou> upToRoot() {
        return equals(ROOT) ? Stream.of(this) : Stream.concat(Stream.of(this), parent().upToRoot());
    }

    private Ou parent() {
        var end = path.lastIndexOf('/');
        while (end > 0 && path.charAt(end - 1) == '\\') {
            end = path.lastIndexOf('/', end - 1);
        }
        return end == 0 ? ROOT : new Ou(path.substring(0, end));
    }

    /** What the path of everything within starts with. */
    String prefix() {
        return path.equals("/") ? path : path + "/";
    }

    @Override
    public int compareTo(Ou other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
