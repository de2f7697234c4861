package io.shisei.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.schedule.timetable.Cron;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class CronWordsTests {

    private final CronWords words = new CronWords(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * * | Every day at 03:00 | 毎日 03:00",
                "0 6 * * 1-5 | Monday to Friday at 06:00 | 平日（月～金） 06:00",
                "30 9,18 * * 1,4 | Every Monday, Thursday at 09:30, 18:30 | 毎週月曜日、木曜日 09:30、18:30",
                "* * * * * | Every minute | 毎分",
                "*/15 * * * * | Every 15 minutes | 15 分ごと",
                "5 * * * * | Every hour at minute 5 | 毎時 5 分",
                "0 */6 * * * | Every day at 00:00, 06:00, 12:00, 18:00 | 毎日 00:00、06:00、12:00、18:00",
                "0 */2 * * * | Every 2 hours at minute 0 | 2 時間ごとの 0 分",
                "0,30 9-17 * * MON-FRI | Monday to Friday, in the hours 9–17 at minute 0, 30 | 平日（月～金）、9–17 時台の 0、30 分",
                "0 0 1 * * | On day 1 of the month at 00:00 | 毎月 1 日 00:00",
                "0 0 13 * 5 | On day 13 of the month or every Friday at 00:00 | 毎月 13 日または毎週金曜日 00:00",
                "0 0 1 1,7 * | In January, July: on day 1 of the month at 00:00 | 1月、7月の毎月 1 日 00:00"
            })
    void saysWhenItRuns(String expression, String english, String japanese) {
        var cron = Cron.parse(expression, "UTC");
        assertThat(words.of(cron, Locale.ENGLISH)).isEqualTo(english);
        assertThat(words.of(cron, Locale.JAPANESE)).isEqualTo(japanese);
    }
}
