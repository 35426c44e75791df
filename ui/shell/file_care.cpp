// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/file_care.h"

#include "core/backup/writable.h"
#include "core/base/crash_report.h"
#include "core/base/error_args.h"
#include "core/base/state_folder.h"
#include "core/messages/error_sentences.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/when_done.h"

#include <QDateTime>
#include <QLocale>
#include <QPromise>
#include <QThreadPool>

namespace thimblely::ui {

namespace {

constexpr int lookEvery = 2000; // ms
constexpr qint64 day = 24 * 60 * 60 * qint64(1000);

//! "14:02", with its day where that is not today.
QString momentText(Instant at, Instant now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at.msecs());
    const QString time =
        QLocale().toString(then.time(), QLocale::ShortFormat) + u' ' + then.timeZoneAbbreviation(); // of this computer
    const bool today = then.date() == QDateTime::fromMSecsSinceEpoch(now.msecs()).date();
    return today ? time : QLocale().toString(then.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

FileCare::FileCare(QWidget *window, const Clock &clock) : QObject(window), m_clock(clock), m_window(window)
{
    m_lookAgain.setInterval(lookEvery);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] { lookForDisk(false); });
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &FileCare::check);
    connect(&m_check, &backup::FileCheck::done, this, [this](const std::vector<storage::Problem> &problems) {
        m_endedBadly = false;
        if (m_runs)
            m_runs->noteChecked(m_clock.now());
        if (!problems.empty())
            sayDamaged({ErrorKind::Corrupt, "storage.check_found", {errorArg(qint64(problems.size()))}, {}});
    });
}

FileCare::~FileCare()
{
    if (m_runs)
        m_runs->end();
}

void FileCare::open(const QString &shopFile)
{
    if (shopFile == m_shopFile)
        return;
    leave();
    if (std::exchange(m_saidDamaged, false))
        m_bar->dismiss();
    m_shopFile = shopFile;
    m_runs = std::make_unique<backup::FileRuns>(shopFile, stateFolder());
    m_endedBadly = m_runs->begin();
}

void FileCare::leave()
{
    m_due.stop();
    m_check.stop();
    if (m_runs)
        m_runs->end();
    m_runs.reset();
    m_shopFile.clear();
}

void FileCare::work(int after)
{
    const auto last = m_runs ? m_runs->lastChecked() : std::nullopt;
    const bool isDue = m_endedBadly || !last || last->plusMsecs(day) <= m_clock.now() || *last > m_clock.now();
    if (isDue && !m_check.isRunning())
        m_due.start(after);
}

void FileCare::say(const QString &sentence)
{
    if (!m_bar)
        m_bar = new NoticeBar(m_window);
    m_bar->say(sentence);
}

void FileCare::check()
{
    m_check.start(m_shopFile);
}

void FileCare::hear(const Error &error)
{
    if (!error.code.startsWith("storage."))
        return;
    if (error.kind == ErrorKind::Corrupt)
        sayDamaged(error);
    else if (error.kind == ErrorKind::Io || error.kind == ErrorKind::ReadOnly || error.kind == ErrorKind::DiskFull)
        sayAway(error);
}

//! At once and by what failed; what is behind it is looked at on another thread, for a disk that is gone may not answer.
void FileCare::sayAway(const Error &error)
{
    if (m_saidDamaged || m_shopFile.isEmpty() || std::exchange(m_isAway, true))
        return;
    say(messages::sentenceFor(error) + u' ' +
        tr("What was said to be saved is safe; what is typed is kept in this window, and is saved when the disk works"
           " again."));
    m_bar->addButton(tr("Try again"), [this] { lookForDisk(true); });
    m_lookAgain.start();
    lookForDisk(true);
}

void FileCare::lookForDisk(bool asked)
{
    if (!m_isAway || std::exchange(m_looking, true))
        return;
    const auto promise = std::make_shared<QPromise<std::optional<Error>>>();
    promise->start();
    const Probe probe = m_probe ? m_probe : Probe(backup::whyNotWritable);
    QThreadPool::globalInstance()->start([promise, probe, file = m_shopFile] {
        promise->addResult(probe(file));
        promise->finish();
    });
    whenDone(promise->future(), this, [this, asked](const std::optional<Error> &why) {
        m_looking = false;
        if (!m_isAway)
            return;
        if (!why)
            Q_EMIT backAgain();
        else if (asked) {
            say(messages::sentenceFor(*why) + u' ' +
                tr("What was said to be saved is safe; what is typed is kept in this window, and is saved when the disk"
                   " works again."));
            m_bar->addButton(tr("Try again"), [this] { lookForDisk(true); });
        }
    });
}

void FileCare::noteBack()
{
    m_lookAgain.stop();
    if (std::exchange(m_isAway, false) && m_bar && !m_saidDamaged)
        m_bar->dismiss();
}

void FileCare::sayDamaged(const Error &error)
{
    if (std::exchange(m_saidDamaged, true))
        return;
    say(messages::sentenceFor(error));
    m_bar->addButton(tr("What to do…"), [this, error] { Q_EMIT wayOnRequested(error); });
}

void FileCare::sayCrash()
{
    const auto report = CrashReport::takeNewest(stateFolder());
    if (!report || m_saidDamaged)
        return;
    say(tr("Thimblely ended unexpectedly at %1. What was saved is there. A report of it, without names or "
           "figures, lies on this computer; it is sent to nobody.")
            .arg(momentText(report->at(), m_clock.now())));
    auto *shown = m_bar->addButton(tr("Show report"), {});
    connect(shown, &QAbstractButton::clicked, m_bar, [this, shown, text = report->text()] {
        m_bar->setDetails(text);
        shown->setEnabled(false);
    });
    m_bar->addButton(tr("Delete"), [this, report = *report] {
        report.remove();
        m_bar->dismiss();
    });
    m_bar->addButton(tr("Keep it"), [this] { m_bar->dismiss(); });
}

void FileCare::noteBackup(std::optional<Instant> newest)
{
    if (m_runs && newest && m_runs->newestBackup() != newest)
        m_runs->noteBackup(*newest);
}

std::optional<Instant> FileCare::newestBackup() const
{
    return m_runs ? m_runs->newestBackup() : std::nullopt;
}

} // namespace thimblely::ui
