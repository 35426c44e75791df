// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/entry_form.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 560;

//! The last that Tab comes to within `body`.
QWidget *lastOf(const QWidget *form, const QWidget *body)
{
    QWidget *last = nullptr;
    for (QWidget *each = form->nextInFocusChain(); each != form; each = each->nextInFocusChain()) {
        if (body->isAncestorOf(each))
            last = each;
    }
    return last;
}

/*!
 * What has the keyboard is in sight also where rows above or below it come once it has it, as those where somebody
 * approves; and Tab comes to the buttons after the fields, which were made later.
 */
class KeyboardWay final : public QObject {
public:
    KeyboardWay(QScrollArea *scroll, QWidget *body, QHBoxLayout *buttons, QWidget *form)
        : QObject(form), m_scroll(scroll), m_body(body), m_buttons(buttons), m_form(form)
    {
        body->installEventFilter(this);
        form->installEventFilter(this);
    }
    void showFocused() const
    {
        QWidget *now = QApplication::focusWidget();
        if (now && m_scroll && m_body && m_body->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 8, 32);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Once the rows have their places.
        if (watched == m_body && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            QMetaObject::invokeMethod(
                this, [this] { showFocused(); }, Qt::QueuedConnection);
        else if (watched == m_form && event->type() == QEvent::Show)
            placeButtons();
        return QObject::eventFilter(watched, event);
    }

private:
    void placeButtons() const
    {
        QWidget *before = lastOf(m_form, m_body);
        for (int i = 0; before && i < m_buttons->count(); ++i) {
            if (QWidget *button = m_buttons->itemAt(i)->widget()) {
                QWidget::setTabOrder(before, button);
                before = button;
            }
        }
    }

    QPointer<QScrollArea> m_scroll; // the keyboard leaves what is deleted, too
    QPointer<QWidget> m_body;
    QHBoxLayout *m_buttons;
    QWidget *m_form;
};

} // namespace

EntryForm::EntryForm(Desk &desk, const QString &title, const QString &done, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_draft(nullptr), m_cameBack(nullptr),
      m_title(new Label(TextStyle::Heading, Role::Text, title, this)),
      m_words(new Label(TextStyle::Body, Role::Muted, {}, this)), m_scroll(new QScrollArea(this)),
      m_body(new QWidget(this)), m_rows(column(nullptr, 12)), m_buttons(row(nullptr, 8)),
      m_problem(new Label(TextStyle::Body, Role::Late, {}, this)), m_primary(new PrimaryButton(done, this))
{
    m_draft = new FormDraft(desk, m_body);
    m_cameBack = new DraftLine(*m_draft, this);
    build();
    connect(m_primary, &QAbstractButton::clicked, this, [this] { submit(); });
    // In a low window what has the keyboard is never out of sight, however it got there.
    const auto *way = new KeyboardWay(m_scroll, m_body, m_buttons, this);
    connect(qApp, &QApplication::focusChanged, way, [way] { way->showFocused(); });
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_body->setMaximumWidth(Theme::instance().px(formWidth)); });
}

void EntryForm::build()
{
    for (Label *label : {m_title, m_words, m_problem})
        label->setWordWrap(true);
    m_words->hide();
    m_problem->hide();
    m_primary->setCaption(QStringLiteral("F9"));
    auto *back = new PlainButton(tr("Back"), this);
    back->setCaption(tr("Esc"));
    connect(back, &QAbstractButton::clicked, this, &EntryForm::leave);

    m_body->setMaximumWidth(Theme::instance().px(formWidth));
    m_body->setLayout(m_rows);
    m_rows->setContentsMargins(4, 4, 4, 4); // the ring of what has the keyboard
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);

    m_buttons->addWidget(back);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_primary);
    auto *all = column(this, 8, {20, 16, 20, 16});
    all->addWidget(m_title);
    all->addWidget(m_words);
    all->addWidget(m_cameBack);
    all->addWidget(m_scroll, 1);
    all->addWidget(m_problem);
    all->addLayout(m_buttons);
}

void EntryForm::beginTyping(const QString &subject, const QString &title)
{
    m_draft->begin(draftNameOf(*this), subject, title);
}

void EntryForm::leave()
{
    m_draft->leave();
    Q_EMIT left();
}

void EntryForm::finish()
{
    m_draft->forget();
    Q_EMIT left();
}

void EntryForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EntryForm::setWords(const QString &words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

FieldEdit *EntryForm::addMoney(const QString &label, MoneyEdit *&edit)
{
    edit = new MoneyEdit(m_desk.profile().currency, m_body);
    edit->setLocale(m_desk.locale());
    auto *field = new FieldEdit(label, edit, m_body);
    m_rows->addWidget(field);
    connect(field, &FieldEdit::edited, this, &EntryForm::clearProblem);
    return field;
}

FieldEdit *EntryForm::addText(const QString &label)
{
    auto *field = new FieldEdit(label, m_body);
    m_rows->addWidget(field);
    connect(field, &FieldEdit::edited, this, &EntryForm::clearProblem);
    return field;
}

void EntryForm::endWith(FieldEdit *field)
{
    connect(field->edit(), &QLineEdit::returnPressed, this, [this] { submit(); });
}

void EntryForm::setProblem(const Error &error)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(error));
    m_problem->show();
}

void EntryForm::clearProblem()
{
    m_problem->hide();
}

void EntryForm::setBusy(bool busy)
{
    m_busy = busy;
    m_primary->setEnabled(!busy);
}

} // namespace thimblely::ui
