package io.portico.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendChartTests {
    @ParameterizedTest
    @CsvSource({"1,2", "2,2", "3,4", "9,10", "10,10", "11,20", "41,60", "100,100", "101,200", "350,400", "1000,1000"})
    void closesTheScaleWithARoundEvenNumber(long peak, long top) {
        assertThat(TrendChart.ceiling(peak)).isEqualTo(top);
    }
}
