package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.Source;
import io.shisei.test.Moto;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** An emulated AWS of a test class, read over the wire and judged by the shipped controls, without a database. */
final class Emulated implements BeforeAllCallback, AfterAllCallback {

    private static final Controls CONTROLS = Shipped.controls();
    private static final Account ACCOUNT =
            new Account(new Identity("123456789012", "aws"), "emulated", new Access(null, null), null, Instant.EPOCH);

    private @Nullable Moto moto;
    private @Nullable AnnotationConfigApplicationContext context;

    @Override
    public void beforeAll(ExtensionContext test) {
        moto = Moto.start();
        context = new AnnotationConfigApplicationContext("io.shisei.aws");
    }

    /** Each verdict on what a service has, of types that Moto answers, by control and name: {@code S3.8 my-bucket}. */
    Map<String, String> verdicts(String service, String region) {
        return verdicts(service, region, Example.OCCASION, null);
    }

    /** As {@link #verdicts(String, String)}, judged at another time. */
    Map<String, String> verdicts(String service, String region, Occasion occasion) {
        return verdicts(service, region, occasion, null);
    }

    /** As {@link #verdicts(String, String)}, of these controls only, for which no more is read than they need. */
    Map<String, String> verdicts(String service, String region, Occasion occasion, @Nullable List<Integer> controls) {
        var plan = CONTROLS.plan(controls == null ? null : ids(service, controls), null);
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        try (var session = context.getBean(Source.class).open(ACCOUNT, region)) {
            var collected = session.collect(service, answered(plan.wanted(service, Scope.of(region))), found::add);
            assertThat(collected.unlisted()).isEmpty();
        }
        var verdicts = new TreeMap<String, String>();
        for (var resource : found) {
            plan.judge(resource, occasion)
                    .forEach((id, verdict) -> verdicts.put(
                            id + " " + resource.name(), verdict.getClass().getSimpleName()));
        }
        return verdicts;
    }

    private static Set<ControlId> ids(String service, List<Integer> controls) {
        return controls.stream()
                .map(control -> new ControlId(service + "." + control))
                .collect(Collectors.toSet());
    }

    private static Map<ResourceType, Set<String>> answered(Map<ResourceType, Set<String>> wanted) {
        var answered = new HashMap<>(wanted);
        answered.keySet().removeIf(type -> Moto.UNANSWERED_TYPES.contains(type.name()));
        return answered;
    }

    /** The same verdict of several controls of a service on what has this name. */
    static Map<String, String> all(String service, List<Integer> controls, String name, String verdict) {
        var expected = new TreeMap<String, String>();
        controls.forEach(control -> expected.put(service + "." + control + " " + name, verdict));
        return expected;
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (context != null) {
            context.close();
        }
        if (moto != null) {
            moto.close();
        }
    }
}
