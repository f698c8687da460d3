#include "office/detail/child_process.hpp"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace begroot::office::detail {

namespace {

/// The attributes and file actions of one posix_spawn.
class SpawnPlan {
public:
    explicit SpawnPlan(const std::string& folder) {
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawn_file_actions_init(&actions_);
        sigset_t signals;
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    SpawnPlan(SpawnPlan&&) = delete;
    SpawnPlan& operator=(SpawnPlan&&) = delete;

    /// Starts the program; gives errno's value, 0 when it runs.
    int spawn(const Command& command, pid_t& child) const {
        std::vector<std::string> words{command.program.string()};
        words.insert(words.end(), command.arguments.begin(), command.arguments.end());
        std::vector<std::string> variables = command.environment;
        const std::vector<char*> arguments = pointers(words);
        const std::vector<char*> environment = pointers(variables);
        return ::posix_spawn(&child, words[0].c_str(), &actions_, &attributes_, arguments.data(), environment.data());
    }

private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> result;
        result.reserve(texts.size() + 1);
        for (std::string& text : texts) result.push_back(text.data());
        result.push_back(nullptr);
        return result;
    }

    posix_spawnattr_t attributes_{};
    posix_spawn_file_actions_t actions_{};
};

/// Waits until a process ends; false when its time is up. Time is counted in slices, so that no clock is read here.
bool wait_for_end(pid_t child, std::chrono::milliseconds time_max) {
    constexpr std::chrono::milliseconds slice{10};
    for (std::chrono::milliseconds waited{0};; waited += slice) {
        siginfo_t information{};
        const bool ended = ::waitid(P_PID, static_cast<id_t>(child), &information, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                           information.si_pid == child;
        if (ended || waited >= time_max) return ended;
        static_cast<void>(::poll(nullptr, 0, static_cast<int>(slice.count())));
    }
}

int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Result<ProcessEnd> run(const Command& command) {
    pid_t child = 0;
    const SpawnPlan plan(command.folder.string());
    if (const int code = plan.spawn(command, child); code != 0) {
        return failure({.place = {.file = command.program.string()},
                        .found = "het programma is niet te starten: " + std::generic_category().message(code),
                        .expected = "",
                        .action = "controleer de installatie van LibreOffice"});
    }
    const rlimit file_limit{command.file_bytes_max, command.file_bytes_max};
    static_cast<void>(::prlimit(child, RLIMIT_FSIZE, &file_limit, nullptr));
    ProcessEnd end;
    end.late = !wait_for_end(child, command.time_max);
    // Its number is still taken as long as nobody asked how it ended, so this group is its own.
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    end.status = exit_status(status);
    return end;
}

}  // namespace begroot::office::detail
