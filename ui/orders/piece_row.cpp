// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_row.h"

#include "core/messages/error_sentences.h"
#include "ui/desk/desk.h"
#include "ui/orders/garments.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int iconColumn = 44;
constexpr int priceWidth = 112;

} // namespace

PieceRow::PieceRow(Desk &desk, int number, orders::PieceDraft piece, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_number(number), m_piece(std::move(piece))
{
    build();
}

void PieceRow::build()
{
    auto *rows = column(nullptr, 8, QMargins(16 + iconColumn, 12, 16, 12));
    setLayout(rows);
    auto *first = row(nullptr, 8);
    auto *name = new Label(TextStyle::InputStrong, Role::Text, m_piece.name, this);
    m_kind = new Segmented(tr("What is done to piece %1").arg(m_number), this);
    m_kind->setSmall(true);
    m_kind->addSegment(tr("Make"));
    m_kind->addSegment(tr("Alter"));
    m_kind->setCurrentIndex(m_piece.kind == orders::PieceKind::Alteration ? 1 : 0);
    m_price = new MoneyEdit(m_desk.profile().currency, this);
    m_price->setLocale(m_desk.locale());
    m_price->setAccessibleName(tr("Price of piece %1").arg(m_number));
    m_price->setPlaceholderText(tr("Price"));
    m_price->setMaximumWidth(Theme::instance().px(priceWidth));
    if (m_piece.unitPrice)
        m_price->setValue(*m_piece.unitPrice);
    auto *remove = new FlatButton(QString(), this);
    remove->setIconName("i-x");
    remove->setButtonSize(Button::Size::Small);
    remove->setAccessibleName(tr("Take out piece %1, %2").arg(m_number).arg(m_piece.name));
    remove->setToolTip(tr("Take this piece out"));
    first->addWidget(name);
    first->addWidget(m_kind);
    first->addStretch(1);
    first->addWidget(m_price);
    first->addWidget(remove);
    rows->addLayout(first);

    auto *second = row(nullptr, 8);
    m_colour = new QLineEdit(m_piece.colour, this);
    m_colour->setPlaceholderText(tr("Colour and mark"));
    m_colour->setAccessibleName(tr("Colour of piece %1").arg(m_number));
    m_work = new QLineEdit(m_piece.description, this);
    m_work->setPlaceholderText(tr("What is to be done: hem −3.5 cm, taper"));
    m_work->setAccessibleName(tr("Work on piece %1").arg(m_number));
    second->addWidget(m_colour, 1);
    second->addWidget(m_work, 2);
    rows->addLayout(second);
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->hide();
    rows->addWidget(m_problem);
    // As it is said at the counter: what, the colour, the work, and the price last.
    setTabOrder(m_kind, m_colour);
    setTabOrder(m_colour, m_work);
    setTabOrder(m_work, m_price);
    setTabOrder(m_price, remove);

    connect(m_kind, &Segmented::currentIndexChanged, this, &PieceRow::changed);
    connect(m_colour, &QLineEdit::textEdited, this, &PieceRow::changed);
    connect(m_work, &QLineEdit::textEdited, this, &PieceRow::changed);
    connect(m_price, &QLineEdit::textEdited, this, &PieceRow::changed);
    connect(m_colour, &QLineEdit::returnPressed, m_work, qOverload<>(&QWidget::setFocus));
    connect(m_work, &QLineEdit::returnPressed, m_price, qOverload<>(&QWidget::setFocus));
    connect(m_price, &QLineEdit::returnPressed, this, &PieceRow::finished);
    connect(remove, &QAbstractButton::clicked, this, &PieceRow::removeRequested);
}

void PieceRow::focusFirst()
{
    m_colour->setFocus(Qt::OtherFocusReason);
}

void PieceRow::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PieceRow::changed()
{
    m_piece.kind = m_kind->currentIndex() == 1 ? orders::PieceKind::Alteration : orders::PieceKind::Make;
    m_piece.colour = m_colour->text().trimmed();
    m_piece.description = m_work->text().trimmed();
    if (const auto price = m_price->value()) {
        m_piece.unitPrice = m_price->text().isEmpty() ? std::nullopt : std::optional(*price);
        setProblem({});
    } else {
        m_piece.unitPrice.reset(); // a price that cannot be read counts as none, and says so
        setProblem(messages::sentenceFor(price.error()));
    }
    Q_EMIT edited(m_piece);
}

void PieceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Role::Line));
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(16, 14, 32, 32));
    paintIcon(&painter, garmentIcon(m_piece.garmentType), icon, theme.color(Role::Text), 28);
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(icon.translated(0, 34), Qt::AlignHCenter | Qt::AlignTop, QString::number(m_number));
}

} // namespace thimblely::ui
