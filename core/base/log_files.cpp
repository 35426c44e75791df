// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/log_files.h"

#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <cstring>
#include <map>
#include <memory>
#include <mutex>

namespace thimblely {

std::array<std::array<char, NewestLines::bytes>, NewestLines::count> NewestLines::s_lines;
std::atomic<unsigned> NewestLines::s_next = 0;

void NewestLines::add(const QByteArray &line)
{
    auto &slot = s_lines[s_next.fetch_add(1) % count];
    const auto length = std::min<size_t>(size_t(line.size()), bytes - 1);
    slot[0] = '\0'; // empty until it is whole
    std::memcpy(slot.data() + 1, line.constData() + std::min<qsizetype>(1, line.size()), length > 0 ? length - 1 : 0);
    slot[length] = '\0';
    std::atomic_signal_fence(std::memory_order_seq_cst);
    if (length > 0)
        slot[0] = line[0];
}

const char *NewestLines::at(int index)
{
    return s_lines[(s_next.load() + unsigned(index)) % count].data();
}

namespace {

constexpr QLatin1String ours("thimblely.");

//! One category's file.
class RotatedFile {
public:
    RotatedFile(const QString &path, LogFiles::Limits limits) : m_file(path), m_limits(limits) {}

    //! What cannot be written is not: a log that fails must not hold up what it tells of.
    void write(const QByteArray &line)
    {
        if (!m_file.isOpen() && !open())
            return;
        if (m_file.size() + line.size() > m_limits.bytes && m_file.size() > 0)
            rotate();
        m_file.write(line);
    }

private:
    bool open()
    {
        const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
        if (opened)
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return opened;
    }

    void rotate()
    {
        const auto older = [this](int age) {
            return age == 0 ? m_file.fileName() : m_file.fileName() + QStringLiteral(".%1").arg(age);
        };
        m_file.close();
        QFile::remove(older(m_limits.files - 1));
        for (int age = m_limits.files - 1; age > 0; --age)
            QFile::rename(older(age - 1), older(age));
        open();
    }

    QFile m_file;
    const LogFiles::Limits m_limits;
};

struct Installed {
    std::mutex mutex;
    QString folder;
    LogFiles::Limits limits;
    std::map<QString, std::unique_ptr<RotatedFile>> files;
    QtMessageHandler before = nullptr;
};

//! For good: a line may come while the program ends.
Installed &installed()
{
    static auto *all = new Installed;
    return *all;
}

const char *wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    Q_UNREACHABLE();
}

void keep(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromLatin1(context.category);
    const bool isOurs = category.startsWith(ours);
    QString text = isOurs ? message : LogFiles::harmless(message);
    text.replace(u'\n', u' ');
    const qint64 now = SystemClock().now().msecs();
    const QByteArray line = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                            wordOf(type) + ' ' + category.toLatin1() + ": " + text.toUtf8() + '\n';
    NewestLines::add(line.chopped(1));
    Installed &all = installed();
    const std::scoped_lock lock(all.mutex);
    const QString name = isOurs ? category.mid(ours.size()) : QStringLiteral("other");
    auto &file = all.files[name];
    if (!file)
        file = std::make_unique<RotatedFile>(all.folder + u'/' + name + QStringLiteral(".log"), all.limits);
    file->write(line);
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    keep(type, context, message);
    if (const QtMessageHandler before = installed().before)
        before(type, context, message);
}

} // namespace

void LogFiles::install(const QString &folder, Limits limits)
{
    Installed &all = installed();
    {
        const std::scoped_lock lock(all.mutex);
        all.folder = folder;
        all.limits = limits;
        all.files.clear();
    }
    if (const QtMessageHandler before = qInstallMessageHandler(handle); before != handle)
        all.before = before;
}

QString LogFiles::harmless(const QString &message)
{
    const auto ends = [](QChar c) {
        return c.isDigit() || c.category() == QChar::Punctuation_InitialQuote ||
               c.category() == QChar::Punctuation_FinalQuote || QStringView(u"\"'`([{<=/").contains(c);
    };
    const auto end = std::find_if(message.cbegin(), message.cend(), ends);
    return message.left(end - message.cbegin()).trimmed();
}

} // namespace thimblely
