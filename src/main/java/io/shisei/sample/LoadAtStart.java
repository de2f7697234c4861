package io.shisei.sample;

import io.shisei.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the sample account in at the start when {@code shisei.sample=true}. */
@Component
@ConditionalOnProperty("shisei.sample")
class LoadAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);

    private final SampleAccount sample;

    LoadAtStart(SampleAccount sample) {
        this.sample = sample;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        try {
            sample.load();
        } catch (Refusal.Conflict e) {
            LOG.warn("shisei.sample is set, but {}", e.getMessage());
        }
    }
}
