// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/archive_page.h"

#include "core/archive/archive_reader.h"
#include "core/messages/error_sentences.h"
#include "ui/backup/in_background.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int whole = 1000;

} // namespace

ArchivePage::ArchivePage(QString suggested, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_suggested(std::move(suggested)), m_clock(clock)
{
    build();
    forgetContents();
}

ArchivePage::~ArchivePage()
{
    *m_stop = true;
}

void ArchivePage::build()
{
    auto *area = new FormArea(formWidth, tr("From everything taken along"), FormArea::Stands::AtTheTop, this);
    QWidget *form = area->form();
    QVBoxLayout *rows = area->rows();
    auto *words =
        new Label(TextStyle::Body, Role::Muted,
                  tr("A new file is made from the folder, every line of it looked at; nothing that is there is "
                     "written over. Passwords and PINs were not taken along: they are given anew."),
                  form);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_folder = new FieldEdit(tr("The folder, in which “schema.json” lies"), form);
    rows->addWidget(fileRow(m_folder, tr("Choose…"), &ArchivePage::chooseFolder));
    m_look = new PlainButton(tr("Look into it"), form);
    auto *looking = row(nullptr, 12);
    looking->addStretch(1);
    looking->addWidget(m_look);
    rows->addLayout(looking);

    m_found = new QWidget(form);
    auto *found = column(m_found, 12);
    m_contents = new Label(TextStyle::Input, Role::Text, {}, m_found);
    m_contents->setWordWrap(true);
    found->addWidget(m_contents);
    m_password = new FieldEdit(tr("New password, 8 characters or more"), m_found);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    found->addWidget(m_password);
    m_target = new FieldEdit(tr("The new file"), m_found);
    found->addWidget(fileRow(m_target, tr("Elsewhere…"), &ArchivePage::chooseTarget));
    rows->addWidget(m_found);

    m_progress = new QProgressBar(form);
    m_progress->setRange(0, whole);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    rows->addWidget(m_progress);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    rows->addWidget(m_problem);
    m_leave = new FlatButton(tr("Back"), form);
    m_leave->setCaption(tr("Esc"));
    m_restore = new PrimaryButton(tr("Make the file"), form);
    m_restore->setAutoDefault(true); // it has the keyboard once it is known what is in it
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_restore);
    rows->addLayout(buttons);
    m_progress->hide();
    m_problem->hide();

    column(this, 0)->addWidget(area);
    connect(m_folder, &FieldEdit::edited, this, &ArchivePage::forgetContents);
    connect(m_folder->edit(), &QLineEdit::returnPressed, this, &ArchivePage::lookInto);
    connect(m_password->edit(), &QLineEdit::returnPressed, this, &ArchivePage::begin);
    connect(m_target->edit(), &QLineEdit::returnPressed, this, &ArchivePage::begin);
    connect(m_look, &QAbstractButton::clicked, this, &ArchivePage::lookInto);
    connect(m_restore, &QAbstractButton::clicked, this, &ArchivePage::begin);
    connect(m_leave, &QAbstractButton::clicked, this, &ArchivePage::leave);
}

QWidget *ArchivePage::fileRow(FieldEdit *field, const QString &button, void (ArchivePage::*choose)())
{
    auto *box = new QWidget(field->parentWidget());
    auto *line = row(box, 8);
    line->addWidget(field, 1);
    auto *chooser = new PlainButton(button, box);
    line->addWidget(chooser, 0, Qt::AlignBottom);
    connect(chooser, &QAbstractButton::clicked, this, choose);
    setTabOrder(field->edit(), chooser);
    return box;
}

void ArchivePage::setFolder(const QString &path)
{
    m_folder->setText(path);
    lookInto();
}

void ArchivePage::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("The folder that was taken along"));
    if (!path.isEmpty())
        setFolder(path);
}

void ArchivePage::chooseTarget()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("The new file"), m_target->text(), {}, nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_target->setText(path);
}

//! Of another folder it is not said what is in this one.
void ArchivePage::forgetContents()
{
    m_found->hide();
    m_restore->setEnabled(false);
    m_problem->hide();
}

//! What is told from another thread; stopped by leaving.
backup::Progress ArchivePage::beginProgress()
{
    *m_stop = false;
    setBusy(true);
    m_progress->setValue(0);
    m_progress->show();
    return [page = QPointer(this), stop = m_stop, before = -1](int permille) mutable {
        if (permille != before)
            QMetaObject::invokeMethod(qApp, [page, permille] {
                if (page)
                    page->m_progress->setValue(permille);
            });
        before = permille;
        return !*stop;
    };
}

void ArchivePage::lookInto()
{
    if (m_busy)
        return;
    forgetContents();
    const auto progress = beginProgress();
    inBackground(
        this, [path = m_folder->text().trimmed(), progress] { return archive::lookIntoArchive(path, progress); },
        [this](const Result<archive::ArchiveContents> &contents) {
            setBusy(false);
            m_progress->hide();
            if (contents)
                showContents(*contents);
            else
                fail(contents.error());
        });
}

void ArchivePage::showContents(const archive::ArchiveContents &contents)
{
    const QLocale locale;
    m_contents->setText(
        QStringList{tr("%1: %2 clients, %3 orders")
                        .arg(contents.shop, locale.toString(contents.clients), locale.toString(contents.orders)),
                    tr("Taken %1, %2 lines, %3.")
                        .arg(locale.toString(contents.madeAt, QStringLiteral("ddd d MMM yyyy, HH:mm")),
                             locale.toString(contents.rows), locale.formattedDataSize(contents.bytes)),
                    tr("%1 took it, and signs in with the new password.").arg(contents.person)}
            .join(u'\n'));
    m_target->setText(m_suggested);
    m_found->show();
    m_restore->setEnabled(true);
    m_password->edit()->setFocus(Qt::OtherFocusReason);
}

void ArchivePage::begin()
{
    if (m_busy || !m_restore->isEnabled())
        return;
    const QString target = m_target->text().trimmed();
    if (target.isEmpty()) {
        m_target->setError(tr("Where does the new file go?"));
        m_target->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto progress = beginProgress();
    inBackground(
        this,
        [path = m_folder->text().trimmed(), password = m_password->text(), target, progress, &clock = m_clock] {
            return archive::readArchive(path, target, password, clock, progress);
        },
        [this, target](const Result<archive::ArchiveBroughtIn> &done) {
            setBusy(false);
            m_progress->hide();
            if (done)
                Q_EMIT restored(target, done->missingPictures);
            else
                fail(done.error());
        });
}

void ArchivePage::leave()
{
    if (m_busy)
        *m_stop = true;
    else
        Q_EMIT leaveRequested();
}

void ArchivePage::fail(const Error &error)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(error));
    m_problem->show();
    QWidget *const wrong = error.code.startsWith("accounts.password") ? m_password->edit() : m_folder->edit();
    if (error.kind != ErrorKind::Cancelled)
        wrong->setFocus(Qt::OtherFocusReason);
}

void ArchivePage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *each : {static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_password),
                          static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_look)})
        each->setEnabled(!busy);
    m_restore->setEnabled(!busy && m_found->isVisibleTo(this));
    m_leave->setText(busy ? tr("Stop") : tr("Back"));
}

void ArchivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_found->isVisibleTo(this) ? m_password : m_folder)->edit()->setFocus(Qt::OtherFocusReason);
}

void ArchivePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace thimblely::ui
