package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Several instances of the service on one database; a killed one is replaced by another with a name of its own. */
final class Fleet {

    private final Path folder;
    private final Map<String, String> environment;
    private final Instance[] members;
    private int started;

    Fleet(Path folder, Map<String, String> environment, int size) throws IOException, InterruptedException {
        this.folder = folder;
        this.environment = environment;
        members = new Instance[size];
        rehearse();
        for (int i = 0; i < size; i++) {
            members[i] = start();
        }
        for (var member : members) {
            member.awaitReady();
        }
    }

    /** The first makes the tables, and an archive of classes with which the others start in half the time. */
    private void rehearse() throws IOException, InterruptedException {
        var first = start().awaitReady();
        first.process().destroy();
        first.process().waitFor();
    }

    private Instance start() throws IOException {
        var options = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolveSibling("classes.jsa"));
        return Instance.start("instance-" + ++started, folder, environment, options);
    }

    /** Kills a random one of those that answer, and gives its name; empty when none does. */
    String kill(RandomGenerator random) throws InterruptedException {
        var victims = new ArrayList<Instance>();
        for (var member : alive()) {
            if (member.api().ready()) {
                victims.add(member);
            }
        }
        if (victims.isEmpty()) {
            return "";
        }
        var victim = victims.get(random.nextInt(victims.size()));
        victim.kill();
        return victim.name();
    }

    /** Starts another in the place of each that is dead. */
    synchronized void replaceDead() throws IOException {
        for (int i = 0; i < members.length; i++) {
            if (!members[i].process().isAlive()) {
                members[i] = start();
            }
        }
    }

    /** One that answers now, or null. */
    RestApi api() throws InterruptedException {
        for (var member : alive()) {
            if (member.api().ready()) {
                return member.api();
            }
        }
        return null;
    }

    private synchronized List<Instance> alive() {
        var alive = new ArrayList<Instance>();
        for (var member : members) {
            if (member.process().isAlive()) {
                alive.add(member);
            }
        }
        return alive;
    }

    synchronized void stop() throws InterruptedException {
        for (var member : members) {
            member.kill();
        }
    }
}
