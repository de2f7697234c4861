package io.shisei.control.catalogue;

import io.shisei.control.ControlId;
import io.shisei.control.InvalidCatalogue;
import io.shisei.control.Judge;
import io.shisei.control.Standard;
import io.shisei.control.cel.Conditions;
import io.shisei.inventory.ResourceTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The controls and standards as their files tell, checked and compiled. */
public record Catalogue(SortedMap<ControlId, Judge> judges, List<Standard> standards) {

    /**
     * The catalogue that ships with the product.
     *
     * @throws InvalidCatalogue with everything that is wrong with any of its files
     */
    public static Catalogue shipped(ResourceTypes types) {
        return read(classPath("controls"), shippedTables(), classPath("standards"), types);
    }

    /** The tables that ship with the product, for controls that do not. */
    public static List<TextFile> shippedTables() {
        return classPath("controls/tables");
    }

    /** A catalogue of the given files. */
    public static Catalogue read(
            Collection<TextFile> controls,
            Collection<TextFile> tables,
            Collection<TextFile> standards,
            ResourceTypes types) {
        var problems = new FileProblems();
        var conditions = new Conditions(TableFile.read(tables, problems));
        var judges = new ControlFiles(types, conditions, problems, false).read(controls);
        var read = new StandardFiles(judges.declared(), problems).read(standards);
        problems.throwIfAny();
        TableFile.noteUnused(tables, judges.judges().values(), problems);
        problems.throwIfAny();
        return new Catalogue(judges.judges(), read);
    }

    public static List<TextFile> classPath(String folder) {
        try {
            var files = new ArrayList<TextFile>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.yaml")) {
                files.add(new TextFile(
                        folder + "/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
