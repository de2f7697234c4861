package io.shisei.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only the service's own user may touch, whatever the umask: folders and programs are 0700, other
 * files 0600. Where files have no such modes (Windows), those of the folder around them hold.
 */
final class Private {

    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    static final boolean HAS_MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Private() {}

    /** Makes the folder with those above it, unless it is there. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, attribute(FOLDER));
    }

    /** Makes a file hold {@code text}, whole or not at all; writes nothing when it does already. */
    static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attribute(FILE));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), attribute(FILE));
    }

    static void mode(Path file, Set<PosixFilePermission> mode) throws IOException {
        if (HAS_MODES) {
            Files.setPosixFilePermissions(file, mode);
        }
    }

    /** Takes from everybody else what they may do with {@code top} and all that is in it. */
    static void tighten(Path top) throws IOException {
        if (!HAS_MODES || !Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(top)) {
            files.filter(file -> !Files.isSymbolicLink(file)).forEach(Private::close);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void close(Path file) {
        try {
            var mode = Files.getPosixFilePermissions(file);
            if (mode.retainAll(FOLDER)) {
                Files.setPosixFilePermissions(file, mode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] attribute(Set<PosixFilePermission> mode) {
        return HAS_MODES
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }
}
