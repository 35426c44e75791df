// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/crash_report.h"

#include "core/base/log_files.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <array>
#include <csignal>
#include <cstring>
#include <cxxabi.h>
#include <exception>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <sys/syscall.h>
#include <time.h>
#include <typeinfo>
#include <unistd.h>

namespace thimblely {

namespace {

const QString fresh = QStringLiteral("crash-");
const QString told = QStringLiteral("told-crash-");

// All that a handler needs lies ready: it may neither allocate nor lock (signal-safety(7)).
constexpr int deepest = 64;
constexpr int mostModules = 192;
constexpr int nameBytes = 80;
struct Module {
    std::uintptr_t base;
    std::uintptr_t from;
    std::uintptr_t to;
    char name[nameBytes];
};
std::array<Module, mostModules> modules;
volatile int moduleCount = 0;
char reportPath[1024];
char head[512];
char reason[160]; // of an exception nobody caught
alignas(16) char stack[64 * 1024];
volatile sig_atomic_t hasCrashed = 0;

void put(int file, const char *text)
{
    [[maybe_unused]] const auto written = write(file, text, std::strlen(text));
}

void putNumber(int file, std::uintptr_t value, unsigned base)
{
    char digits[24];
    int at = sizeof digits - 1;
    digits[at] = '\0';
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value > 0);
    put(file, digits + at);
}

void putPlace(int file, int depth, std::uintptr_t address)
{
    put(file, "  #");
    putNumber(file, std::uintptr_t(depth), 10);
    for (int i = 0; i < moduleCount; ++i) {
        const Module &module = modules[size_t(i)];
        if (address < module.from || address >= module.to)
            continue;
        put(file, " ");
        put(file, module.name);
        put(file, "+0x");
        putNumber(file, address - module.base, 16);
        put(file, "\n");
        return;
    }
    put(file, " 0x");
    putNumber(file, address, 16);
    put(file, "\n");
}

const char *nameOf(int number)
{
    switch (number) {
    case SIGSEGV:
        return " (SIGSEGV)\n";
    case SIGBUS:
        return " (SIGBUS)\n";
    case SIGFPE:
        return " (SIGFPE)\n";
    case SIGILL:
        return " (SIGILL)\n";
    case SIGABRT:
        return " (SIGABRT)\n";
    default:
        return "\n";
    }
}

void writeReport(int file, int number)
{
    put(file, head);
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    put(file, "At: ");
    putNumber(file, std::uintptr_t(now.tv_sec), 10);
    put(file, "\nSignal: ");
    putNumber(file, std::uintptr_t(number), 10);
    put(file, nameOf(number));
    put(file, reason);
    put(file, syscall(SYS_gettid) == getpid() ? "Thread: main\nPlaces:\n" : "Thread: another\nPlaces:\n");
    void *places[deepest];
    const int depth = backtrace(places, deepest); // loaded by install(), so that it only walks here
    for (int i = 0; i < depth; ++i)
        putPlace(file, i, reinterpret_cast<std::uintptr_t>(places[i]));
    put(file, "Log:\n");
    for (int i = 0; i < NewestLines::count; ++i) {
        const char *line = NewestLines::at(i);
        if (*line == '\0')
            continue;
        put(file, "  ");
        put(file, line);
        put(file, "\n");
    }
}

void handle(int number)
{
    // A crash within is one too many; the system's own way of dying follows in any case.
    if (hasCrashed == 0) {
        hasCrashed = 1;
        const int file = open(reportPath, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file >= 0) {
            writeReport(file, number);
            fsync(file);
            close(file);
        }
    }
    std::signal(number, SIG_DFL);
    raise(number);
}

//! Says which exception it was by its type alone: what it says may name somebody.
void handleException()
{
    const std::type_info *type = abi::__cxa_current_exception_type();
    int status = -1;
    char *name = type ? abi::__cxa_demangle(type->name(), nullptr, nullptr, &status) : nullptr;
    qsnprintf(reason, sizeof reason, "Exception: %s\n", status == 0 ? name : "unknown");
    std::abort();
}

int addModule(dl_phdr_info *info, size_t, void *)
{
    for (int i = 0; i < info->dlpi_phnum && moduleCount < mostModules; ++i) {
        const auto &segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD || (segment.p_flags & PF_X) == 0)
            continue;
        Module &module = modules[size_t(moduleCount)];
        module.base = info->dlpi_addr;
        module.from = info->dlpi_addr + segment.p_vaddr;
        module.to = module.from + segment.p_memsz;
        // Only the file's name: the folder may be somebody's home.
        const char *slash = std::strrchr(info->dlpi_name, '/');
        const char *name = *info->dlpi_name == '\0' ? "program" : slash ? slash + 1 : info->dlpi_name;
        qsnprintf(module.name, nameBytes, "%s", name);
        moduleCount = moduleCount + 1;
    }
    return 0;
}

} // namespace

void CrashReport::rememberModules()
{
    moduleCount = 0;
    dl_iterate_phdr(addModule, nullptr);
}

void CrashReport::install(const QString &folder, const QByteArray &version)
{
    const QByteArray file = QFile::encodeName(folder + u'/' + fresh + QString::number(getpid()) +
                                              QStringLiteral("-%1.txt").arg(SystemClock().now().msecs()));
    qstrncpy(reportPath, file.constData(), sizeof reportPath);
    const QByteArray system = (QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::kernelType() + u' ' +
                               QSysInfo::kernelVersion() + QStringLiteral(", ") + QSysInfo::currentCpuArchitecture())
                                  .toUtf8();
    qsnprintf(head, sizeof head, "Thimblely %s\nQt %s\nSystem: %s\n", version.constData(), qVersion(),
              system.constData());
    rememberModules();
    void *first[2];
    backtrace(first, 2); // loads what it needs, which a handler must not
    std::set_terminate(handleException);
    stack_t own{};
    own.ss_sp = stack; // so that a stack that has run over is told of as well
    own.ss_size = sizeof stack;
    sigaltstack(&own, nullptr);
    struct sigaction action {};
    action.sa_handler = handle;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        sigaction(number, &action, nullptr);
}

std::optional<CrashReport> CrashReport::takeNewest(const QString &folder)
{
    const QDir there(folder);
    const QFileInfoList reports = there.entryInfoList({fresh + QStringLiteral("*.txt")}, QDir::Files, QDir::Time);
    if (reports.isEmpty())
        return std::nullopt;
    const QStringList old = there.entryList({told + QStringLiteral("*.txt")}, QDir::Files);
    for (const QString &name : old)
        QFile::remove(there.filePath(name));
    for (const QFileInfo &report : reports.mid(1))
        QFile::remove(report.filePath());
    const QFileInfo &newest = reports.constFirst();
    const Instant at(newest.lastModified().toMSecsSinceEpoch());
    const QString kept = there.filePath(QStringLiteral("told-") + newest.fileName());
    return CrashReport(QFile::rename(newest.filePath(), kept) ? kept : newest.filePath(), at);
}

QString CrashReport::text() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void CrashReport::remove() const
{
    QFile::remove(m_path);
}

} // namespace thimblely
