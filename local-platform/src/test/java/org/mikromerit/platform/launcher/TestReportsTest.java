package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
  @TempDir Path checkout;

  @Test
  void everyModulesTestsAreCountedOnce() throws IOException {
    report(
        "one",
        "<testsuite><testcase classname='A' name='a'/><testcase classname='A' name='b'><skipped/></testcase></testsuite>");
    report(
        "two",
        "<testsuite><testcase classname='B' name='c'><failure>no</failure></testcase><testcase classname='B' name='d'><error/></testcase></testsuite>");

    TestReports reports = TestReports.read(checkout);

    assertThat(reports.summary()).isEqualTo("1 passed, 2 failed, 1 skipped");
    assertThat(reports.failures()).containsExactly("B.c", "B.d");
  }

  @Test
  void halfAReportIsAFailure() throws IOException {
    report("one", "<testsuite><testcase classname='A' name='a'/>");

    assertThat(TestReports.read(checkout).summary()).isEqualTo("0 passed, 1 failed, 0 skipped");
  }

  @Test
  void aBuildThatFailedIsNeverSummedUpAsNoFailure() throws IOException {
    report("one", "<testsuite><testcase classname='A' name='a'/></testsuite>");

    TestReports reports = TestReports.read(checkout).withFailure("the build itself");

    assertThat(reports.summary()).isEqualTo("1 passed, 1 failed, 0 skipped");
  }

  @Test
  void reportsOfEarlierRunsAreNotCounted() throws IOException {
    report("one", "<testsuite><testcase classname='A' name='a'/></testsuite>");

    TestReports.clear(checkout);

    assertThat(TestReports.read(checkout).summary()).isEqualTo("0 passed, 0 failed, 0 skipped");
  }

  private void report(String module, String xml) throws IOException {
    Path folder = Files.createDirectories(checkout.resolve(module + "/target/surefire-reports"));
    Files.writeString(folder.resolve("TEST-" + module + ".xml"), xml);
  }
}
