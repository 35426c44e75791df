// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/restore_page.h"

#include "core/messages/error_sentences.h"
#include "ui/backup/in_background.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QDateTime>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int whole = 1000;

} // namespace

RestorePage::RestorePage(QString suggested, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_suggested(std::move(suggested)), m_clock(clock)
{
    build();
    forgetContents();
}

RestorePage::~RestorePage()
{
    *m_stop = true;
}

void RestorePage::build()
{
    auto *area = new FormArea(formWidth, tr("From a backup"), FormArea::Stands::AtTheTop, this);
    QWidget *form = area->form();
    QVBoxLayout *rows = area->rows();
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("A new file is made from it; nothing that is there is written over."), form);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_backup = new FieldEdit(tr("The backup, a file that ends in “.thimblebackup”"), form);
    m_code = new FieldEdit(tr("Backup code"), form);
    m_code->setHint(tr("hyphens and case do not matter"));
    rows->addWidget(fileRow(m_backup, tr("Choose…"), &RestorePage::chooseBackup));
    rows->addWidget(m_code);
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
    m_target = new FieldEdit(tr("The new file"), m_found);
    found->addWidget(fileRow(m_target, tr("Elsewhere…"), &RestorePage::chooseTarget));
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
    connect(m_backup, &FieldEdit::edited, this, &RestorePage::forgetContents);
    connect(m_code, &FieldEdit::edited, this, &RestorePage::forgetContents);
    connect(m_backup->edit(), &QLineEdit::returnPressed, m_code->edit(), [this] { m_code->edit()->setFocus(); });
    connect(m_code->edit(), &QLineEdit::returnPressed, this, &RestorePage::lookInto);
    connect(m_target->edit(), &QLineEdit::returnPressed, this, &RestorePage::begin);
    connect(m_look, &QAbstractButton::clicked, this, &RestorePage::lookInto);
    connect(m_restore, &QAbstractButton::clicked, this, &RestorePage::begin);
    connect(m_leave, &QAbstractButton::clicked, this, &RestorePage::leave);
}

QWidget *RestorePage::fileRow(FieldEdit *field, const QString &button, void (RestorePage::*choose)())
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

void RestorePage::setBackup(const QString &path)
{
    m_backup->setText(path);
    forgetContents();
    m_code->edit()->setFocus(Qt::OtherFocusReason);
}

void RestorePage::chooseBackup()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("The backup"), {},
                                                      tr("Backups (*%1)").arg(QLatin1String(backup::backupSuffix)));
    if (!path.isEmpty())
        setBackup(path);
}

void RestorePage::chooseTarget()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("The new file"), m_target->text(), {}, nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_target->setText(path);
}

//! Of another backup, or by another code, it is not said what is in this one.
void RestorePage::forgetContents()
{
    m_found->hide();
    m_restore->setEnabled(false);
    m_problem->hide();
}

//! What is told from another thread; stopped by leaving.
backup::Progress RestorePage::beginProgress()
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

void RestorePage::lookInto()
{
    if (m_busy)
        return;
    forgetContents();
    const auto progress = beginProgress();
    inBackground(
        this,
        [path = m_backup->text().trimmed(), code = m_code->text(), progress] {
            return backup::lookInto(path, code, progress);
        },
        [this](const Result<backup::BackupContents> &contents) {
            setBusy(false);
            m_progress->hide();
            if (contents)
                showContents(*contents);
            else
                fail(contents.error());
        });
}

void RestorePage::showContents(const backup::BackupContents &contents)
{
    const QLocale locale;
    const QByteArray named = contents.shops.empty() ? QByteArray() : contents.shops.front().timeZone;
    const QTimeZone shops(named);
    const QTimeZone zone = shops.isValid() ? shops : QTimeZone::systemTimeZone();
    QStringList lines{tr("Made %1 (time of %2), %3.")
                          .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(contents.madeAt.msecs(), zone),
                                               QStringLiteral("ddd d MMM yyyy, HH:mm")),
                               QString::fromLatin1(zone.id()), locale.formattedDataSize(contents.size))};
    for (const access::ShopFacts &shop : contents.shops)
        lines.append(tr("%1: %2 clients, %3 orders")
                         .arg(shop.name, locale.toString(shop.clients), locale.toString(shop.orders)));
    lines.append(tr("✔ Read to its end: it is whole, and as it was sealed."));
    m_contents->setText(lines.join(u'\n'));
    m_target->setText(m_suggested);
    m_found->show();
    m_restore->setEnabled(true);
    m_restore->setFocus(Qt::OtherFocusReason);
}

void RestorePage::begin()
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
        [path = m_backup->text().trimmed(), code = m_code->text(), target, progress, &clock = m_clock] {
            return backup::restore(path, code, target, clock, progress);
        },
        [this, target](const Result<backup::Restored> &done) {
            setBusy(false);
            m_progress->hide();
            if (done)
                Q_EMIT restored(target, done->missingPictures);
            else
                fail(done.error());
        });
}

void RestorePage::leave()
{
    if (m_busy)
        *m_stop = true;
    else
        Q_EMIT leaveRequested();
}

void RestorePage::fail(const Error &error)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(error));
    m_problem->show();
    QWidget *const wrong = error.kind == ErrorKind::WrongSecret ? m_code->edit() : m_backup->edit();
    if (error.kind != ErrorKind::Cancelled)
        wrong->setFocus(Qt::OtherFocusReason);
}

void RestorePage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *each : {static_cast<QWidget *>(m_backup), static_cast<QWidget *>(m_code),
                          static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_look)})
        each->setEnabled(!busy);
    m_restore->setEnabled(!busy && m_found->isVisibleTo(this));
    m_leave->setText(busy ? tr("Stop") : tr("Back"));
}

void RestorePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_backup->text().isEmpty() ? m_backup : m_code)->edit()->setFocus(Qt::OtherFocusReason);
}

void RestorePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace thimblely::ui
