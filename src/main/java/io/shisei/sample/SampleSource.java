package io.shisei.sample;

import io.shisei.account.Account;
import io.shisei.inventory.Source;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the sample account as it stands today, for scans that somebody starts or schedules. */
@Component
class SampleSource implements Source {

    private final Recording recording;
    private final SampleHistory history;

    SampleSource(Recording recording, SampleHistory history) {
        this.recording = recording;
        this.history = history;
    }

    @Override
    public boolean reads(Account account) {
        return recording.today().reads(account);
    }

    @Override
    public boolean hasEvidenceFor(String controlId) {
        return recording.today().hasEvidenceFor(controlId);
    }

    /** @throws io.shisei.refusal.Refusal while its past is being loaded: what is scanned now must come after it */
    @Override
    public List<String> regions(Account account) {
        var day = history.day(account);
        if (day < recording.days()) {
            throw new Refusal.Impossible(SampleCode.SAMPLE_LOADING, null, day, recording.days());
        }
        return recording.today().regions(account);
    }

    @Override
    public Session open(Account account, String region) {
        return recording.today().open(account, region);
    }
}
