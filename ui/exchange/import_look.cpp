// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/import_look.h"

#include "ui/desk/desk.h"

#include <utility>

namespace thimblely::ui {

constexpr int pollEvery = 100; // ms

ImportLook::ImportLook(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_options.usualUnit = desk.lengthUnit();
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_run)
            Q_EMIT progressed(m_run->permille);
    });
}

ImportLook::~ImportLook()
{
    if (m_run)
        m_run->stop = true; // nobody waits for it any more
}

void ImportLook::open(const QStringList &paths)
{
    if (m_writing)
        return;
    m_paths = paths;
    m_kind.reset();
    m_options = {};
    m_options.usualUnit = m_desk.lengthUnit();
    m_plan.reset();
    m_report = {};
    begin();
}

void ImportLook::lookAgain(ImportKind kind, const ImportOptions &options)
{
    if (m_writing || (kind == m_kind && options == m_options))
        return;
    m_kind = kind;
    m_options = options;
    begin();
}

void ImportLook::stop()
{
    m_again = false;
    if (m_run)
        m_run->stop = true;
}

void ImportLook::forget()
{
    stop();
    m_paths.clear();
    m_plan.reset();
    m_report = {};
    Q_EMIT changed();
}

void ImportLook::begin()
{
    m_again = m_run != nullptr;
    if (m_run) {
        m_run->stop = true;
        return;
    }
    read();
}

ImportProgress ImportLook::progressOf(const std::shared_ptr<Run> &run)
{
    return [run](qint64 done, qint64 total) {
        run->permille = total > 0 ? int(double(done) * 1000 / double(total)) : 0;
        return !run->stop;
    };
}

void ImportLook::read()
{
    m_run = std::make_shared<Run>();
    m_poll.start();
    Q_EMIT changed();
    auto plan = m_desk.reader().read<Plan>(
        [paths = m_paths, kind = m_kind, options = m_options, run = m_run](access::Session &) -> Result<Plan> {
            TRY_ASSIGN(ImportPlan seen, readImport(paths, kind, options, progressOf(run)));
            return std::make_shared<const ImportPlan>(std::move(seen));
        });
    whenDone(std::move(plan), this, [this](const Result<Plan> &seen) {
        if (seen && !m_run->stop)
            tryOut(*seen);
        else
            endRun(seen ? nullptr : &seen.error());
    });
}

void ImportLook::tryOut(const Plan &plan)
{
    auto tried = Importer(m_desk.door()).carryOut(plan, true, progressOf(m_run));
    whenDone(std::move(tried), this, [this, plan](const Result<ImportReport> &report) {
        if (endRun(report ? nullptr : &report.error()) || !report)
            return;
        m_plan = plan;
        m_kind = plan->kind;
        m_report = *report;
        Q_EMIT changed();
    });
}

void ImportLook::carryOut()
{
    if (!m_plan || m_run)
        return;
    m_run = std::make_shared<Run>();
    m_writing = true;
    m_poll.start();
    Q_EMIT changed();
    auto written = Importer(m_desk.door()).carryOut(m_plan, false, progressOf(m_run));
    whenDone(std::move(written), this, [this](const Result<ImportReport> &report) {
        m_writing = false;
        if (endRun(report ? nullptr : &report.error()) || !report)
            return;
        const ImportReport taken = *report;
        forget();
        Q_EMIT done(taken);
    });
}

bool ImportLook::endRun(const Error *error)
{
    const bool stopped = m_run->stop;
    m_run.reset();
    m_poll.stop();
    if (std::exchange(m_again, false)) {
        read();
        return true;
    }
    if (error && error->kind != ErrorKind::Cancelled)
        Q_EMIT failed(*error);
    Q_EMIT changed();
    return stopped && error; // what is written is written, whoever stops it too late
}

} // namespace thimblely::ui
