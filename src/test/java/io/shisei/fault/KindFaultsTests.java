package io.shisei.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.shisei.aws.kind.Call;
import io.shisei.aws.kind.Probe;
import io.shisei.aws.kind.Service;
import io.shisei.aws.kind.Services;
import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every call that a kind declares, with everything that can go wrong with it on the wire: exactly what hangs on the call
 * is a gap that names it, and all else is read as ever.
 */
class KindFaultsTests {

    /** A type as it is read of AWS where nothing goes wrong, and the operations that it takes. */
    private record Subject(Service service, ResourceType type, Map<String, List<Call>> operations) {

        Probe.Read read(StubAws aws, Duration patience) {
            return Probe.over(service, aws, patience).whole(type);
        }
    }

    private static final Duration PATIENT = Duration.ofSeconds(10);

    /** Long enough for an answer that comes, on a busy machine too. */
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    /** How often each kind is taken: more than once, as if there were so many more of them, to see what the matrix costs then. */
    private static final int TIMES = Integer.getInteger("faults.times", 1);

    /** Most faults are waited for, so that several can be waited for at once. */
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @TestFactory
    Stream<DynamicNode> faults() {
        return Stream.generate(Services::all)
                .limit(TIMES)
                .flatMap(List::stream)
                .map(service -> dynamicContainer(
                        service.name(), service.types().stream().flatMap(type -> tests(subject(service, type)))));
    }

    private static Subject subject(Service service, ResourceType type) {
        var operations = service.calls().stream()
                .filter(call -> call.type().equals(type.name()))
                .collect(Collectors.groupingBy(KindFaultsTests::operation, LinkedHashMap::new, Collectors.toList()));
        return new Subject(service, type, operations);
    }

    private Stream<DynamicNode> tests(Subject subject) {
        var name = subject.type().name() + ": ";
        var tests = new ArrayList<DynamicNode>();
        tests.add(test(name + "nothing", () -> undisturbed(subject)));
        tests.add(test(name + "nothing, one by one", () -> reread(subject)));
        subject.operations()
                .forEach((operation, calls) -> Stream.of(Fault.values())
                        .filter(fault -> canHappen(fault, calls.getFirst()))
                        .forEach(fault -> tests.add(
                                test(name + operation + " " + fault, () -> broken(subject, operation, fault)))));
        return tests.stream();
    }

    /** Begins at once; the test only waits for it. */
    private DynamicNode test(String name, Runnable check) {
        var begun = CompletableFuture.runAsync(check, threads);
        return dynamicTest(name, () -> {
            try {
                begun.get();
            } catch (ExecutionException e) {
                throw new AssertionError(name + ": " + e.getCause().getMessage(), e.getCause());
            }
        });
    }

    private static void undisturbed(Subject subject) {
        var aws = aws(subject.service());
        var read = subject.read(aws, PATIENT);
        assertThat(read.unlisted()).isEmpty();
        assertThat(read.found()).isNotEmpty();
        assertThat(read.found())
                .allSatisfy(resource -> assertThat(resource.document().gaps()).isEmpty());
        assertThat(aws.seen())
                .as("calls made, and calls declared: record an answer that needs those that are not made")
                .isEqualTo(subject.operations().keySet());
    }

    /** Each resource by itself is as it is among all. */
    private static void reread(Subject subject) {
        var aws = aws(subject.service());
        for (var resource : subject.read(aws, PATIENT).found()) {
            var read = Probe.over(subject.service(), aws, PATIENT).reread(subject.type(), resource.arn());
            assertThat(read.unlisted()).isEmpty();
            assertThat(read.only()).isEqualTo(resource);
        }
    }

    private static void broken(Subject subject, String operation, Fault fault) {
        var whole = subject.read(aws(subject.service()), PATIENT);
        var aws = aws(subject.service());
        aws.meddle(operation, fault.meddler());
        var read = subject.read(aws, fault == Fault.TIME_OUT ? IMPATIENT : PATIENT);
        var calls = subject.operations().get(operation);
        if (fault.passes()) {
            assertThat(documents(read)).isEqualTo(documents(whole));
        } else if (fault == Fault.NOT_OFFERED_IN_THE_REGION && !calls.getFirst().everywhere()) {
            assertThat(read.unlisted()).isEmpty();
            assertThat(read.found()).as("what the region lacks").isEmpty();
        } else if (calls.stream().anyMatch(call -> call.role() == Call.Role.LISTING)) {
            assertThat(read.unlisted()).containsOnlyKeys(subject.type());
            assertThat(read.unlistedGap().action()).isEqualTo(calls.getFirst().action());
            told(fault, read.unlistedGap().error());
        } else if (calls.getFirst().role() == Call.Role.TAGS) {
            assertThat(read.unlisted()).isEmpty();
            assertThat(documents(read)).isEqualTo(documents(whole));
            untagged(read, calls.getFirst(), fault);
        } else {
            assertThat(read.unlisted()).isEmpty();
            assertThat(read.lack().untagged()).isEmpty();
            compare(whole, read, calls, fault);
        }
    }

    /** Of no resource the tags are known, and the gap says why. */
    private static void untagged(Probe.Read read, Call call, Fault fault) {
        assertThat(read.found()).allMatch(Resource::tagsUnread);
        assertThat(read.lack().untagged()).singleElement().satisfies(missing -> {
            assertThat(missing.gap().action()).isEqualTo(call.action());
            told(fault, missing.gap().error());
            assertThat(missing.resources()).isEqualTo(read.found().size());
        });
    }

    private static void compare(Probe.Read whole, Probe.Read read, List<Call> calls, Fault fault) {
        var fields = calls.stream()
                .map(call -> call.role() == Call.Role.DETAIL ? Document.WHOLE : call.field())
                .collect(Collectors.toSet());
        assertThat(read.found()).hasSameSizeAs(whole.found());
        assertThat(read.found().stream().flatMap(resource -> resource.document().gaps().keySet().stream()))
                .as("what is a gap")
                .isNotEmpty()
                .isSubsetOf(fields);
        for (var resource : read.found()) {
            resource.document().gaps().values().forEach(gap -> {
                assertThat(gap.action()).isEqualTo(calls.getFirst().action());
                told(fault, gap.error());
            });
            var lost = resource.document().gaps().keySet();
            if (!lost.contains(Document.WHOLE)) {
                var undisturbed = documents(whole).get(resource.arn());
                assertThat(without(lost, resource.document())).isEqualTo(without(lost, undisturbed));
                lost.forEach(field -> assertThat(List.<Object>copyOf(members(undisturbed, field)))
                        .as("an incomplete list has what the whole one has, and no more")
                        .containsAll(members(resource.document(), field)));
            }
        }
    }

    private static List<?> members(Document document, String field) {
        return document.fields().get(field) instanceof List<?> list ? list : List.of();
    }

    private static void told(Fault fault, String error) {
        assertThat(fault.errors()).anyMatch(error::startsWith);
    }

    private static Map<String, Object> without(Set<String> lost, Document document) {
        var fields = new HashMap<>(document.fields());
        fields.keySet().removeAll(lost);
        return fields;
    }

    private static Map<String, Document> documents(Probe.Read read) {
        return read.found().stream().collect(Collectors.toMap(Resource::arn, Resource::document));
    }

    private static StubAws aws(Service service) {
        return new StubAws(new RecordedAnswers(service.getClass().getPackageName()));
    }

    /** A text may have any form, and S3 has nothing to say of a bucket that logs nowhere. */
    private static boolean canHappen(Fault fault, Call call) {
        return switch (fault) {
            case MALFORMED_BODY -> !isBareText(call);
            case ANSWER_THAT_SAYS_NOTHING ->
                !isBareText(call) && !call.operation().equals("GetBucketLogging");
            default -> true;
        };
    }

    private static boolean isBareText(Call call) {
        return PageShape.isBareText(call.api(), call.operation());
    }

    private static String operation(Call call) {
        return call.api().getSimpleName().replaceFirst("Client$", "") + " " + call.operation();
    }
}
