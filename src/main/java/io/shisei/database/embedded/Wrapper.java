package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Commands put before another that they turn into, which keeps its process id. */
final class Wrapper {

    private static final List<String> SETSID = List.of("setsid");
    private static final List<String> UNSHARE = List.of("unshare", "--user");

    private static final class Here {
        static final List<String> APART = works(SETSID) ? SETSID : List.of();
        static final List<String> UNPRIVILEGED = isRoot() ? unshare() : List.of();
    }

    private Wrapper() {}

    /** Out of our process group; nothing where there is no such command (macOS, Windows). */
    static List<String> apart() {
        return Here.APART;
    }

    /** PostgreSQL refuses to run as root: there it gets a user namespace, in which the same user has no name. */
    static List<String> unprivileged() {
        return Here.UNPRIVILEGED;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> unshare() {
        if (!works(UNSHARE)) {
            throw new Unusable(
                    "PostgreSQL does not run as root, and this machine allows no user namespaces (unshare --user).",
                    "Start the service as another user, or give it a database of your own with spring.datasource.url.");
        }
        return UNSHARE;
    }

    private static boolean works(List<String> wrapper) {
        try {
            var command = new ArrayList<>(wrapper);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
