package io.shisei.control.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.shisei.control.CatalogueRead;
import io.shisei.control.InvalidCatalogue;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

class ShippedCatalogueTests {

    private final Catalogue empty = new Catalogue(new TreeMap<>(), List.of());
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final List<Object> told = new CopyOnWriteArrayList<>();

    @Test
    void isReadWhenTheServiceIsReady() {
        var shipped = shipped(() -> empty);
        assertThat(readings).hasValue(0);
        become(shipped, ReadinessState.REFUSING_TRAFFIC);
        assertThat(readings).hasValue(0);
        become(shipped, ReadinessState.ACCEPTING_TRAFFIC);
        await().untilAsserted(() -> assertThat(told).containsExactly(new CatalogueRead()));
        assertThat(readings).hasValue(1);
    }

    @Test
    void isReadOnceWhoeverAsksFirst() {
        var shipped = shipped(() -> empty);
        assertThat(shipped.get()).isSameAs(empty);
        become(shipped, ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(shipped.get()).isSameAs(empty);
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(readings).hasValue(1);
        assertThat(ends).hasValue(0);
    }

    @Test
    void endsTheServiceWhenItIsBroken() {
        var shipped = shipped(() -> {
            throw new InvalidCatalogue(List.of());
        });
        become(shipped, ReadinessState.ACCEPTING_TRAFFIC);
        await().untilAsserted(() -> assertThat(ends).hasValue(1));
        assertThatExceptionOfType(InvalidCatalogue.class).isThrownBy(shipped::get);
        assertThat(told).isEmpty();
    }

    private ShippedCatalogue shipped(Supplier<Catalogue> files) {
        return new ShippedCatalogue(
                () -> {
                    readings.incrementAndGet();
                    return files.get();
                },
                told::add,
                ends::incrementAndGet);
    }

    private void become(ShippedCatalogue shipped, ReadinessState state) {
        shipped.begin(new AvailabilityChangeEvent<>(this, state));
    }
}
