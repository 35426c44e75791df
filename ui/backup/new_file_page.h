// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_writer.h"
#include "ui/backup/in_background.h"

#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>

class QProgressBar;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

/*!
 * From something that was kept to a shop that can be opened: which one, what is in it, and where the new file goes. What
 * it is made from is said by who derives from it. The work is done on another thread, with progress, and can be stopped;
 * no file that is there is ever touched, and a whole one is made or none. GUI thread.
 */
class NewFilePage : public QWidget {
    Q_OBJECT

public:
    ~NewFilePage() override;
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void restored(const QString &path, int missingPictures);
    void leaveRequested();

protected:
    //! `suggested`: where the new file goes unless somebody says otherwise.
    NewFilePage(QString suggested, const QString &heading, const QString &words, QWidget *parent);

    QWidget *form() const { return m_form; }
    //! What it is made from, above the button that looks into it; with a button of its own where it can be chosen.
    void addSource(FieldEdit *field, const QString &button = {}, std::function<void()> choose = {});
    //! What else is asked once it is known what is in it, above the new file.
    void addAsked(FieldEdit *field);
    QWidget *foundParent() const { return m_found; }
    bool hasFound() const { return m_found->isVisibleTo(this); }

    //! Looks into what the sources name; shows what was found, or fails.
    virtual void lookInto() = 0;
    //! Makes the file.
    virtual void make(const QString &target) = 0;
    //! Where the keyboard goes after an error, and at the beginning.
    virtual QWidget *wrongField(const Error &error) const = 0;
    virtual QWidget *firstField() const = 0;

    //! Of another source it is not said what is in this one.
    void forgetContents();
    void showFound(const QString &contents, QWidget *next);
    Button *makeButton() const { return m_make; }

    //! `work` is given the progress and done on another thread; a refusal is said here.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        inBackground(
            this, [work = std::move(work), progress = beginProgress()] { return work(progress); },
            [this, done = std::move(done)](const auto &result) {
                endProgress();
                if (result)
                    done(*result);
                else
                    fail(result.error());
            });
    }

    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *fileRow(FieldEdit *field, const QString &button, std::function<void()> choose);
    void buildFoot(QVBoxLayout *rows);
    void connectButtons();
    void chooseTarget();
    backup::Progress beginProgress();
    void endProgress();
    void begin();
    void leave();
    void fail(const Error &error);
    void setBusy(bool busy);

    QString m_suggested;
    QWidget *m_form = nullptr;
    QVBoxLayout *m_sources = nullptr;
    QVBoxLayout *m_asked = nullptr;
    QList<FieldEdit *> m_fields; // that nobody types into while it works
    FieldEdit *m_target = nullptr;
    Button *m_look = nullptr;
    QWidget *m_found = nullptr;
    Label *m_contents = nullptr;
    Button *m_make = nullptr;
    Button *m_leave = nullptr;
    QProgressBar *m_progress = nullptr;
    Label *m_problem = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    bool m_busy = false;
};

} // namespace thimblely::ui
