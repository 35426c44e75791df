// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/archive/archive_writer.h"

#include <QWidget>

#include <atomic>
#include <memory>

class QProgressBar;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * Everything of the shop as a folder that any program reads (archive_writer.h): where to, how far it is, and what came
 * of it. For who has data:export.
 */
class TakeEverything : public QWidget {
    Q_OBJECT

public:
    explicit TakeEverything(Desk &desk, QWidget *parent = nullptr);
    ~TakeEverything() override;

    //! Begins, into a new folder of the shop's name and the day within `place`.
    void takeInto(const QString &place);
    bool isBusy() const { return m_busy; }
    void stop() { *m_stop = true; }

private:
    void choose();
    void finish(const Result<archive::ArchiveMade> &made, const QString &folder);
    void setBusy(bool busy);
    QString wordsFor(const archive::ArchiveMade &made, const QString &folder) const;

    Desk &m_desk;
    Button *m_button = nullptr;
    QProgressBar *m_progress = nullptr;
    Label *m_said = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    bool m_busy = false;
};

} // namespace thimblely::ui
