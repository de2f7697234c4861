package io.shisei.dashboard.overview;

import io.shisei.account.Circle;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanProgress;
import io.shisei.scan.Scans;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is being read for the first time: the sample account, and accounts of which no scan has ended yet. */
@Component
class FirstReading {

    private final SampleAccount sample;
    private final Scans scans;
    private final ScanProgress progress;

    FirstReading(SampleAccount sample, Scans scans, ScanProgress progress) {
        this.sample = sample;
        this.scans = scans;
        this.progress = progress;
    }

    /** @param sample null where it is not being loaded, or not looked at */
    record UnderWay(SampleAccount.@Nullable Progress sample, List<FirstScan> scans) {

        public boolean any() {
            return sample != null || !scans.isEmpty();
        }

        public String sampleId() {
            return SampleAccount.ID;
        }
    }

    /** @param percent of what there is to read that has been read */
    record FirstScan(Scan scan, String account, int percent) {}

    UnderWay of(CircleChoice.Choice choice) {
        return of(choice, scans.running(choice.circle().chosen(), WorkPart.SHOWN));
    }

    /** @param running the scans that are under way */
    UnderWay of(CircleChoice.Choice choice, List<Scan> running) {
        return new UnderWay(sample(choice.circle()), first(choice, running));
    }

    private SampleAccount.@Nullable Progress sample(Circle circle) {
        if (!circle.chosen().isEmpty() && !circle.chosen().contains(SampleAccount.ID)) {
            return null;
        }
        var loaded = sample.progress();
        return loaded.loading() ? loaded : null;
    }

    private List<FirstScan> first(CircleChoice.Choice choice, List<Scan> running) {
        var real = running.stream()
                .filter(it -> it.trigger() != Scan.Trigger.SAMPLE)
                .toList();
        if (real.isEmpty()) {
            return List.of();
        }
        var read = scans.everRead(real.stream().map(Scan::accountId).toList());
        return real.stream()
                .filter(it -> !read.contains(it.accountId()))
                .map(it -> new FirstScan(it, choice.name(it.accountId()), RegionProgress.percent(progress.of(it))))
                .toList();
    }
}
