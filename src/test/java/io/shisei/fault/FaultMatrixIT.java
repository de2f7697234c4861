package io.shisei.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.shisei.account.Access;
import io.shisei.account.NewAccount;
import io.shisei.account.Registration;
import io.shisei.aws.kind.Call;
import io.shisei.aws.kind.Service;
import io.shisei.control.Controls;
import io.shisei.fault.Watched.Verdict;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Findings;
import io.shisei.inventory.StoredResources;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Gate;
import io.shisei.test.Moto;
import io.shisei.test.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation that the first ten controls take, with some of what can go wrong with it, from the wire to the
 * findings; {@link KindFaultsTests} has all faults of all operations, up to the documents.
 * Each service has an account of its own, so that they can go side by side.
 */
@ApplicationTest
class FaultMatrixIT {

    /** From a gap on, all faults go the same way; half an answer has to be a real one's. */
    private static final Set<Fault> END_TO_END =
            EnumSet.of(Fault.ACCESS_DENIED, Fault.THROTTLING_THAT_PASSES, Fault.CONNECTION_LOST_AMID_THE_ANSWER);

    private static Moto moto;
    private static Gate gate;

    @Autowired
    List<Service> all;

    @Autowired
    Registration registration;

    @Autowired
    Scanner scanner;

    @Autowired
    Scans scans;

    @Autowired
    Findings findings;

    @Autowired
    Controls controls;

    @Autowired
    StoredResources resources;

    private interface Check {
        void run() throws Exception;
    }

    @BeforeAll
    static void start() throws IOException {
        moto = Moto.start();
        gate = new Gate(moto.endpoint());
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            gate.close();
            moto.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> faults() {
        var house = new Watched.House(scanner, scans, findings, controls, resources);
        var services = new ArrayList<DynamicNode>();
        for (var service : all) {
            var watched = new Watched(house, service, "9%011d".formatted(services.size()));
            if (watched.controls().isEmpty()) {
                continue;
            }
            services.add(dynamicContainer(service.name(), service(watched, service)));
        }
        return services.stream();
    }

    /** All checks of a service begin at once, one after the other, while the tests only wait for them. */
    private Stream<DynamicTest> service(Watched watched, Service service) {
        var thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        var tests = new ArrayList<DynamicTest>();
        var calls = service.calls().stream()
                .filter(watched::takes)
                .collect(Collectors.groupingBy(FaultMatrixIT::operation, LinkedHashMap::new, Collectors.toList()));
        tests.add(test(thread, "nothing", () -> undisturbed(watched, calls.keySet())));
        calls.forEach((operation, declared) -> {
            for (var fault : END_TO_END) {
                tests.add(test(thread, operation + " " + fault, () -> broken(watched, operation, declared, fault)));
            }
            var call = declared.getFirst();
            if (call.role() == Call.Role.LISTING
                    && !PageShape.lists(call.api(), call.operation()).isEmpty()) {
                tests.add(test(thread, operation + " REPEATED_ITEMS", () -> repeated(watched, operation, call)));
            }
            PageShape.of(call.api(), call.operation())
                    .ifPresent(shape -> tests.add(test(
                            thread,
                            operation + " EMPTY_PAGE_WITH_A_TOKEN",
                            () -> emptyPage(watched, operation, shape))));
        });
        tests.add(test(thread, "forget", () -> registration.delete(watched.account())));
        thread.shutdown();
        return tests.stream();
    }

    private static DynamicTest test(ExecutorService thread, String name, Check check) {
        Future<?> done = thread.submit(() -> {
            check.run();
            return null;
        });
        return dynamicTest(name, () -> {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new AssertionError(name + ": " + e.getCause().getMessage(), e.getCause());
            }
        });
    }

    /** Before anything breaks: every declared operation is called, and every control judges something. */
    private void undisturbed(Watched watched, Set<String> operations) {
        Seeds.sow(watched.service(), watched.role());
        registration.register(
                new NewAccount(watched.service(), new Access(watched.role(), null), List.of("us-east-1")));
        assertThat(watched.scan().state()).isEqualTo(ScanState.COMPLETED);
        assertThat(gate.seen())
                .as("operations that were called: where one is missing, let Seeds make a resource that needs it")
                .containsAll(operations);
        assertThat(watched.verdicts().keySet().stream().map(key -> key.split(" ")[0]))
                .as("controls that judged something: where one is missing, let Seeds make a resource for it")
                .containsAll(watched.controls().stream().map(Object::toString).toList());
        assertThat(watched.verdicts().values()).noneMatch(verdict -> verdict.status() == ComplianceStatus.WARNING);
        watched.remember();
    }

    private void broken(Watched watched, String operation, List<Call> calls, Fault fault) {
        var before = watched.undisturbed();
        var depending = calls.stream().collect(Collectors.toMap(call -> call, watched::dependingOn));
        assertThat(depending.values()).allSatisfy(keys -> assertThat(keys).isNotEmpty());
        gate.meddle(operation, fault.meddler());
        var scan = watched.scan();
        gate.leaveAlone(operation);
        if (fault.passes()) {
            assertThat(watched.verdicts()).isEqualTo(before);
            assertThat(scan.state()).isEqualTo(ScanState.COMPLETED);
            assertThat(scan.counts().throttles()).isEqualTo(2);
            assertThat(scan.counts().retries()).isGreaterThanOrEqualTo(2);
        } else {
            assertThat(scan.state()).isEqualTo(ScanState.INCOMPLETE);
            compare(before, depending, fault, watched.verdicts());
        }
        heals(watched, before);
    }

    /** Exactly what depends on the call became a warning that names it. */
    private static void compare(
            Map<String, Verdict> before, Map<Call, Set<String>> depending, Fault fault, Map<String, Verdict> after) {
        var untouched = new TreeMap<>(before);
        var warned = new TreeMap<>(after);
        depending.forEach((call, keys) -> {
            untouched.keySet().removeAll(keys);
            assertThat(after.keySet()).containsAll(keys);
            assertThat(keys)
                    .allSatisfy(key -> assertThat(after.get(key).status()).isEqualTo(ComplianceStatus.WARNING));
            assertThat(keys)
                    .allSatisfy(key -> assertThat(fault.errors())
                            .anyMatch(error -> after.get(key).reason().en().contains(call.action() + " " + error)));
            warned.keySet().removeAll(keys);
        });
        assertThat(warned).isEqualTo(untouched);
    }

    private void emptyPage(Watched watched, String operation, PageShape shape) {
        var before = watched.undisturbed();
        var meddler = new EmptyFirstPage(shape);
        gate.meddle(operation, meddler);
        var scan = watched.scan();
        gate.leaveAlone(operation);
        assertThat(meddler.pages()).as("empty pages sent").isPositive();
        assertThat(watched.verdicts()).isEqualTo(before);
        assertThat(scan.state()).isEqualTo(ScanState.COMPLETED);
        heals(watched, before);
    }

    private void repeated(Watched watched, String operation, Call call) {
        var before = watched.undisturbed();
        var resources = watched.scan().counts().resources();
        var meddler = new RepeatedItems(PageShape.lists(call.api(), call.operation()));
        gate.meddle(operation, meddler);
        var scan = watched.scan();
        gate.leaveAlone(operation);
        assertThat(meddler.repeated()).as("items sent again").isPositive();
        assertThat(watched.verdicts()).isEqualTo(before);
        assertThat(scan.state()).isEqualTo(ScanState.COMPLETED);
        assertThat(scan.counts().resources()).isEqualTo(resources);
        assertThat(scan.counts().opened() + scan.counts().closed()).isZero();
    }

    private static void heals(Watched watched, Map<String, Verdict> before) {
        assertThat(watched.scan().state()).isEqualTo(ScanState.COMPLETED);
        assertThat(watched.verdicts()).isEqualTo(before);
    }

    private static String operation(Call call) {
        return call.api().getSimpleName().replaceFirst("Client$", "") + " " + call.operation();
    }
}
