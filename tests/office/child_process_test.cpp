#include "office/detail/child_process.hpp"

#include "office/work_folder.hpp"

#include <cerrno>
#include <csignal>

#include <gmock/gmock.h>

namespace begroot::office::detail {
namespace {

using namespace test;

Command script(const std::filesystem::path& folder, const std::string& lines, int time_max = 10'000) {
    Command command;
    command.program = write_script(folder / "programma", lines);
    command.environment = {"PATH=/usr/bin:/bin"};
    command.folder = folder;
    command.time_max = std::chrono::milliseconds(time_max);
    command.file_bytes_max = 1'000'000;
    return command;
}

/// Tells whether a process is gone, or waits to be buried by whoever inherited it.
bool is_gone(pid_t process) {
    for (int look = 0; look < 100; ++look) {
        if (::kill(process, 0) != 0 && errno == ESRCH) return true;
        const std::string state = contents_of("/proc/" + std::to_string(process) + "/stat");
        if (state.find(") Z ") != std::string::npos) return true;
        ::usleep(20'000);
    }
    return false;
}

TEST(ChildProcess, GivesTheExitStatus) {
    const auto folder = work_folder();
    EXPECT_EQ(run(script(folder, "exit 0\n"))->status, 0);
    EXPECT_EQ(run(script(folder, "exit 3\n"))->status, 3);
    EXPECT_EQ(run(script(folder, "kill -TERM $$\n"))->status, 128 + SIGTERM);
}

TEST(ChildProcess, PassesArgumentsAsTheyAreAndNoOtherEnvironment) {
    const auto folder = work_folder();
    Command command = script(folder, "printf '%s|' \"$@\" > woorden; env | sort | cut -d= -f1 > namen; pwd > map\n");
    command.arguments = {"een twee", "$(touch gevaar)", "'", "--vlag"};
    command.environment.push_back("HOME=/nergens");
    ASSERT_EQ(run(command)->status, 0);
    EXPECT_EQ(contents_of(folder / "woorden"), "een twee|$(touch gevaar)|'|--vlag|");
    EXPECT_FALSE(std::filesystem::exists(folder / "gevaar"));
    EXPECT_THAT(contents_of(folder / "namen"), testing::HasSubstr("HOME"));
    EXPECT_THAT(contents_of(folder / "namen"), testing::Not(testing::HasSubstr("USER")));
    EXPECT_EQ(contents_of(folder / "map"), folder.string() + "\n");
}

TEST(ChildProcess, KillsTheWholeGroupWhenItIsLate) {
    const auto folder = work_folder();
    const auto end = run(script(folder, "sleep 300 & echo $! > kind; wait\n", 500));
    ASSERT_TRUE(end);
    EXPECT_TRUE(end->late);
    EXPECT_TRUE(is_gone(std::stoi(contents_of(folder / "kind"))));
}

TEST(ChildProcess, KillsWhatIsLeftOfTheGroupWhenItEndsInTime) {
    const auto folder = work_folder();
    const auto end = run(script(folder, "sleep 300 & echo $! > kind\n"));
    ASSERT_TRUE(end);
    EXPECT_FALSE(end->late);
    EXPECT_TRUE(is_gone(std::stoi(contents_of(folder / "kind"))));
}

TEST(ChildProcess, MayNotWriteALargerFileThanItIsAllowed) {
    const auto folder = work_folder();
    Command command = script(folder, "sleep 0.2; head -c 5000000 /dev/zero > groot\n");
    command.file_bytes_max = 1'000'000;
    EXPECT_NE(run(command)->status, 0);
    EXPECT_LE(std::filesystem::file_size(folder / "groot"), 1'000'000U);
}

TEST(ChildProcess, SaysThatItCannotBeStarted) {
    const auto folder = work_folder();
    Command command = script(folder, "");
    command.program = folder / "bestaat-niet";
    const auto end = run(command);
    ASSERT_FALSE(end);
    EXPECT_THAT(end.error().found, testing::HasSubstr("niet te starten"));
}

}  // namespace
}  // namespace begroot::office::detail
