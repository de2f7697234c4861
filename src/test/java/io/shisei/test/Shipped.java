package io.shisei.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes that are shipped, as tests of their structure read them, once for all of these. */
public class Shipped {

    public static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(Shipped::isWritten)
            .importPackages("io.shisei");

    private Shipped() {}

    /** What the build makes of them for the jar is as it is. */
    private static boolean isWritten(Location location) {
        return !location.contains("__") && !location.contains("$$SpringCGLIB$$");
    }
}
