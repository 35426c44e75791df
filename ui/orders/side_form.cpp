// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/side_form.h"

#include "ui/accounts/approve_here.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace thimblely::ui {

SideForm::SideForm(Desk &desk, const QString &done, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk),
      m_title(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_words(new Label(TextStyle::Body, Role::Muted, {}, this)), m_scroll(new QScrollArea(this)),
      m_body(new QWidget(this)), m_rows(column(nullptr, 12)),
      m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)), m_primary(new PrimaryButton(done, this))
{
    build();
    over->installEventFilter(this);
    hide();
}

void SideForm::build()
{
    for (Label *label : {m_title, m_words, m_problem})
        label->setWordWrap(true);
    m_problem->hide();
    m_primary->setCaption(QStringLiteral("F9"));
    auto *back = new PlainButton(tr("Back"), this);
    back->setCaption(tr("Esc"));
    m_body->setLayout(m_rows);
    m_rows->setContentsMargins(4, 4, 4, 4); // the ring of what has the keyboard
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    auto *all = column(this, 8, {12, 14, 12, 14});
    all->addWidget(m_title);
    all->addWidget(m_words);
    all->addWidget(m_scroll, 1);
    all->addWidget(m_problem);
    auto *buttons = row(nullptr, 8);
    buttons->addWidget(back);
    buttons->addWidget(m_primary, 1);
    all->addLayout(buttons);
    connect(back, &QAbstractButton::clicked, this, &SideForm::leave);
    connect(m_primary, &QAbstractButton::clicked, this, [this] { submit(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_body->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 8, 32);
    });
}

bool SideForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    return Pane::eventFilter(watched, event);
}

void SideForm::cover()
{
    setGeometry(parentWidget()->rect());
}

void SideForm::come(const QString &title, const QString &words, QWidget *first)
{
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_approval.reset();
    if (m_approver)
        m_approver->hide();
    clearProblem();
    cover();
    show();
    raise();
    first->setFocus(Qt::OtherFocusReason);
}

void SideForm::leave()
{
    hide();
    Q_EMIT left();
}

FieldEdit *SideForm::addText(const QString &label)
{
    auto *field = new FieldEdit(label, m_body);
    m_rows->addWidget(field);
    connect(field, &FieldEdit::edited, this, &SideForm::clearProblem);
    return field;
}

FieldEdit *SideForm::addMoney(const QString &label, MoneyEdit *&edit)
{
    edit = new MoneyEdit(m_desk.profile().currency, m_body);
    edit->setLocale(m_desk.locale());
    auto *field = new FieldEdit(label, edit, m_body);
    m_rows->addWidget(field);
    connect(field, &FieldEdit::edited, this, &SideForm::clearProblem);
    return field;
}

void SideForm::endWith(FieldEdit *field)
{
    connect(field->edit(), &QLineEdit::returnPressed, this, [this] { submit(); });
}

void SideForm::addApprover(access::Capability capability)
{
    m_needed = capability;
    m_approver = new ApproveHere(m_desk, capability, m_body);
    m_rows->addWidget(m_approver);
    connect(m_approver, &ApproveHere::approved, this, [this](const access::Approval &approval) {
        m_approval = approval;
        m_approver->hide();
        submit();
    });
}

bool SideForm::isAllowed()
{
    if (!m_needed || m_approval || m_desk.principal().can(*m_needed))
        return true;
    if (m_approver->isVisibleTo(m_body))
        m_approver->submit();
    else
        m_approver->ask();
    return false;
}

void SideForm::setProblem(const Error &error)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(error));
    m_problem->show();
}

void SideForm::clearProblem()
{
    m_problem->hide();
}

void SideForm::setBusy(bool busy)
{
    m_busy = busy;
    m_primary->setEnabled(!busy);
}

} // namespace thimblely::ui
