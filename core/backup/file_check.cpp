// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/file_check.h"

#include "core/access/privileged/file_keeper.h"
#include "core/base/log.h"

namespace thimblely::backup {

FileCheck::~FileCheck()
{
    stop();
}

void FileCheck::stop()
{
    if (m_stop)
        m_stop->stop();
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void FileCheck::start(const QString &shopFile, int pause)
{
    stop();
    m_stop = std::make_shared<storage::CheckStop>();
    m_thread.reset(QThread::create([this, shopFile, pause, end = m_stop] {
        const auto problems = access::FileKeeper::look(shopFile, pause, *end);
        if (!problems) {
            if (problems.error().kind == ErrorKind::Corrupt) // not even its list of tables can be read any more
                Q_EMIT done({{storage::Problem::Kind::Page, {}, {}, problems.error().detail}});
            else
                qCInfo(lcStorage, "the file was not checked: %s", problems.error().code.constData());
            return;
        }
        for (const storage::Problem &problem : *problems)
            qCWarning(lcStorage, "the check found: %s %s", storage::nameOf(problem.kind), problem.table.constData());
        Q_EMIT done(*problems); // received on the thread of who listens
    }));
    m_thread->setObjectName(QStringLiteral("check"));
    m_thread->start(QThread::IdlePriority);
}

} // namespace thimblely::backup
