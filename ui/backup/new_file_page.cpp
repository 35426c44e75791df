// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/new_file_page.h"

#include "core/messages/error_sentences.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>
#include <QProgressBar>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int whole = 1000;

} // namespace

NewFilePage::NewFilePage(QString suggested, const QString &heading, const QString &words, QWidget *parent)
    : QWidget(parent), m_suggested(std::move(suggested))
{
    auto *area = new FormArea(formWidth, heading, FormArea::Stands::AtTheTop, this);
    m_form = area->form();
    QVBoxLayout *rows = area->rows();
    auto *label = new Label(TextStyle::Body, Role::Muted, words, m_form);
    label->setWordWrap(true);
    rows->addWidget(label);
    m_sources = column(nullptr, rows->spacing());
    rows->addLayout(m_sources);
    m_look = new PlainButton(tr("Look into it"), m_form);
    auto *looking = row(nullptr, 12);
    looking->addStretch(1);
    looking->addWidget(m_look);
    rows->addLayout(looking);

    m_found = new QWidget(m_form);
    auto *found = column(m_found, 12);
    m_contents = new Label(TextStyle::Input, Role::Text, {}, m_found);
    m_contents->setWordWrap(true);
    found->addWidget(m_contents);
    m_asked = column(nullptr, 12);
    found->addLayout(m_asked);
    m_target = new FieldEdit(tr("The new file"), m_found);
    found->addWidget(fileRow(m_target, tr("Elsewhere…"), [this] { chooseTarget(); }));
    m_fields.append(m_target);
    rows->addWidget(m_found);
    buildFoot(rows);
    column(this, 0)->addWidget(area);
    connectButtons();
    forgetContents();
}

NewFilePage::~NewFilePage()
{
    *m_stop = true;
}

void NewFilePage::buildFoot(QVBoxLayout *rows)
{
    m_progress = new QProgressBar(m_form);
    m_progress->setRange(0, whole);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    rows->addWidget(m_progress);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, m_form);
    m_problem->setWordWrap(true);
    rows->addWidget(m_problem);
    m_leave = new FlatButton(tr("Back"), m_form);
    m_leave->setCaption(tr("Esc"));
    m_make = new PrimaryButton(tr("Make the file"), m_form);
    m_make->setAutoDefault(true); // it has the keyboard once it is known what is in it
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_make);
    rows->addLayout(buttons);
    m_progress->hide();
    m_problem->hide();
}

void NewFilePage::connectButtons()
{
    connect(m_target->edit(), &QLineEdit::returnPressed, this, &NewFilePage::begin);
    connect(m_look, &QAbstractButton::clicked, this, [this] { lookInto(); });
    connect(m_make, &QAbstractButton::clicked, this, &NewFilePage::begin);
    connect(m_leave, &QAbstractButton::clicked, this, &NewFilePage::leave);
}

QWidget *NewFilePage::fileRow(FieldEdit *field, const QString &button, std::function<void()> choose)
{
    auto *box = new QWidget(field->parentWidget());
    auto *line = row(box, 8);
    line->addWidget(field, 1);
    auto *chooser = new PlainButton(button, box);
    line->addWidget(chooser, 0, Qt::AlignBottom);
    connect(chooser, &QAbstractButton::clicked, this, std::move(choose));
    setTabOrder(field->edit(), chooser);
    return box;
}

void NewFilePage::addSource(FieldEdit *field, const QString &button, std::function<void()> choose)
{
    QWidget *last = field->edit();
    if (choose) {
        QWidget *box = fileRow(field, button, std::move(choose));
        m_sources->addWidget(box);
        last = box->findChild<PlainButton *>();
    } else {
        m_sources->addWidget(field);
    }
    setTabOrder(last, m_look); // which was made before it
    m_fields.append(field);
    connect(field, &FieldEdit::edited, this, &NewFilePage::forgetContents);
}

void NewFilePage::addAsked(FieldEdit *field)
{
    m_asked->addWidget(field);
    setTabOrder(m_look, field->edit());
    m_fields.append(field);
    connect(field->edit(), &QLineEdit::returnPressed, this, &NewFilePage::begin);
}

void NewFilePage::chooseTarget()
{
    const QString path =
        FileDialog::newFile(this, tr("The new file"), m_target->text(), {}, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_target->setText(path);
}

void NewFilePage::forgetContents()
{
    m_found->hide();
    m_make->setEnabled(false);
    m_problem->hide();
}

//! What is told from another thread; stopped by leaving.
backup::Progress NewFilePage::beginProgress()
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

void NewFilePage::endProgress()
{
    setBusy(false);
    m_progress->hide();
}

void NewFilePage::showFound(const QString &contents, QWidget *next)
{
    m_contents->setText(contents);
    m_target->setText(m_suggested);
    m_found->show();
    m_make->setEnabled(true);
    next->setFocus(Qt::OtherFocusReason);
}

void NewFilePage::begin()
{
    if (m_busy || !m_make->isEnabled())
        return;
    const QString target = m_target->text().trimmed();
    if (!target.isEmpty())
        return make(target);
    m_target->setError(tr("Where does the new file go?"));
    m_target->edit()->setFocus(Qt::OtherFocusReason);
}

void NewFilePage::leave()
{
    if (m_busy)
        *m_stop = true;
    else
        Q_EMIT leaveRequested();
}

void NewFilePage::fail(const Error &error)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(error));
    m_problem->show();
    if (error.kind != ErrorKind::Cancelled)
        wrongField(error)->setFocus(Qt::OtherFocusReason);
}

void NewFilePage::setBusy(bool busy)
{
    m_busy = busy;
    for (FieldEdit *field : std::as_const(m_fields))
        field->setEnabled(!busy);
    m_look->setEnabled(!busy);
    m_make->setEnabled(!busy && hasFound());
    m_leave->setText(busy ? tr("Stop") : tr("Back"));
}

void NewFilePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    firstField()->setFocus(Qt::OtherFocusReason);
}

void NewFilePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace thimblely::ui
