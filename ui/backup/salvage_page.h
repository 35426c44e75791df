// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/salvage.h"

#include <QWidget>

#include <atomic>
#include <memory>

class QProgressBar;

namespace thimblely::ui {

class Button;
class Label;

/*!
 * From a damaged file to a new one with what can be read of it: what will happen, the work, and what came of it in
 * sentences, before anybody goes on with it. The damaged file is never written to.
 */
class SalvagePage : public QWidget {
    Q_OBJECT

public:
    SalvagePage(QString damaged, const Clock &clock, QWidget *parent = nullptr);
    ~SalvagePage() override;

    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    //! The new file is to be opened.
    void salvaged(const QString &path);
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void begin();
    void finish(const Result<backup::Salvaged> &result);
    void setBusy(bool busy);

    const QString m_damaged;
    const QString m_target;
    const Clock &m_clock;
    Label *m_words = nullptr;
    Label *m_came = nullptr; // what came of it
    QProgressBar *m_progress = nullptr;
    Button *m_leave = nullptr;
    Button *m_begin = nullptr;
    Button *m_goOn = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    bool m_busy = false;
};

} // namespace thimblely::ui
