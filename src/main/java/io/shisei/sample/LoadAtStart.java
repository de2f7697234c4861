package io.shisei.sample;

import io.shisei.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the sample account in at the start when {@code shisei.sample=true}. */
@Component
class LoadAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);

    private final SampleAccount sample;
    private final boolean wanted;

    LoadAtStart(SampleAccount sample, @Value("${shisei.sample:false}") boolean wanted) {
        this.sample = sample;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        if (!wanted) {
            return;
        }
        try {
            sample.load();
        } catch (Refusal.Conflict e) {
            LOG.warn("shisei.sample is set, but {}", e.getMessage());
        }
    }
}
