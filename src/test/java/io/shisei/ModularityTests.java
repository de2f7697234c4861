package io.shisei;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.shisei.test.Shipped.CLASSES;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** Beside the others: it reads classes only. */
@Execution(CONCURRENT)
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(ShiseiApplication.class).verify();
    }

    /** Who enters a room should see at a glance what is in it; a room with more is split by noun. */
    @Test
    void noRoomHasMoreThanTwentyTypes() {
        var rooms = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(rooms)
                .hasSizeGreaterThan(50)
                .allSatisfy((room, types) -> assertThat(types).as(room).isLessThanOrEqualTo(20));
    }

    @Test
    void onlyAwsKnowsTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.shisei.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void onlyControlKnowsCel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.shisei.control..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..")
                .check(CLASSES);
    }

    /** Blocked in class loading, they hold their carriers until none is left: see docs/adr/0052. */
    @Test
    void nothingMakesVirtualThreads() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "makes virtual threads",
                        access -> access.getTarget().getName().matches("ofVirtual|startVirtualThread|newVirtual.*")))
                .check(CLASSES);
    }

    @Test
    void nothingTurnsVirtualThreadsOn() throws IOException {
        var settings = new YamlPropertySourceLoader().load("ours", new ClassPathResource("application.yaml"));
        assertThat(settings)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.getProperty("spring.threads.virtual.enabled"))
                        .isNull());
    }

    @Test
    void restControllersNeverAnswerEntities() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areNotPrivate()
                .should()
                .notHaveRawReturnType(
                        DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Table.class)))
                .check(CLASSES);
    }
}
