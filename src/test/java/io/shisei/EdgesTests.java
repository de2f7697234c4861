package io.shisei;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.shisei.test.Shipped.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import io.shisei.security.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.web.bind.annotation.RequestMapping;

/** The API and the pages parse, call and render: what they may do, and to whom, stands behind the modules' façades. */
class EdgesTests {

    private static final String[] EDGES = {"io.shisei.api..", "io.shisei.dashboard.."};

    private static final Pattern SQL = Pattern.compile(
            "\"\\s*(select\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s|with\\s+\\w+\\s+as\\s)");

    @Test
    void useNeitherDatabaseNorTransactions() {
        noClasses()
                .that()
                .resideInAnyPackage(EDGES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.data..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void seeNoEntities() {
        noClasses()
                .that()
                .resideInAnyPackage(EDGES)
                .should()
                .dependOnClassesThat(annotatedWith(Table.class))
                .check(CLASSES);
    }

    @Test
    void speakNoSql() throws IOException {
        for (var edge : List.of("api", "dashboard")) {
            try (var files = Files.walk(Path.of("src/main/java/io/shisei", edge))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(SQL);
                }
            }
        }
        assertThat("jdbc.sql(\"\"\"\n    select id from scan").containsPattern(SQL);
    }

    @Test
    void declareThePermissionOfEachMapping() {
        var mapping = metaAnnotatedWith(RequestMapping.class).or(annotatedWith(RequestMapping.class));
        var permission = annotatedWith(Needs.class).or(metaAnnotatedWith(Needs.class));
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(EDGES)
                .and(mapping)
                .should(ArchCondition.from(permission.<JavaMethod>forSubtype()))
                .check(CLASSES);
    }
}
