package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, which come in an archive on the class path, one for each kind of machine. */
final class Binaries {

    private Binaries() {}

    /**
     * Unpacks the programs of this version into a folder of their own, unless they are there, and removes those of other
     * versions. Killed in the middle, it leaves nothing that looks whole.
     */
    static Programs unpack(Path folder) throws IOException {
        var archive = archive();
        var home = folder.resolve(version(archive));
        if (!Files.exists(home)) {
            FileSystemUtils.deleteRecursively(folder);
            var draft = Private.folder(folder.resolve("unpacking"));
            unpack(archive, draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(home);
    }

    private static URL archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), machine());
        var archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new Unusable(
                    "No PostgreSQL for this machine is built in (" + name + ").",
                    "Give the service a PostgreSQL of your own with spring.datasource.url (SPRING_DATASOURCE_URL).");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    /** The checksum that the jar has of the archive, which is there without reading it. */
    private static String version(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? HexFormat.of().toHexDigits(jar.getJarEntry().getCrc(), 8)
                : "unpacked";
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(folder));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Private.folder(file);
            return;
        }
        Private.folder(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        try (var target = Private.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(target));
            target.force(false);
        }
        if ((entry.getMode() & 0100) != 0) {
            Private.mode(file, Private.FOLDER);
        }
    }
}
