package io.shisei.finding;

/** Somebody else, or a scan, changed the finding since it was read. */
public final class StaleFinding extends RuntimeException {

    StaleFinding(int read, int now) {
        super("the finding was changed since it was read (version " + read + ", now " + now + "): read it again");
    }
}
